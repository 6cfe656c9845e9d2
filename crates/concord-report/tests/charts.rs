//! The charts on small invented data.

#[path = "charts/bars.rs"]
mod bars;
#[path = "charts/concepts.rs"]
mod concepts;
#[path = "charts/heat.rs"]
mod heat;
#[path = "charts/intervals.rs"]
mod intervals;

use concord_report::chart::Chart;

/// Leaves a drawing in the folder that `CONCORD_CHARTS` names, for a person to look at.
fn keep(name: &str, chart: &Chart) {
    if let Some(folder) = std::env::var_os("CONCORD_CHARTS") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.svg")), chart.standalone()).expect("the folder can be written");
    }
}
