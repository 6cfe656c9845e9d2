// Checks web pages in a real browser: no serious accessibility problem (axe) at two widths, light and dark, nothing to scroll
// sideways, no request to the network, no error of a script, and valid HTML.
//
//   node check.mjs PAGE.html…        CHROMIUM=/path/to/chromium (by default /usr/bin/chromium)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1280, 360];
const SCHEMES = ["light", "dark"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Findings of a page that are looked at. */
const SAMPLE = 30;
const GRAVE = ["serious", "critical"];

const problems = [];
const report = (page, text) => problems.push(`${basename(page)}: ${text}`);

async function inBrowser(browser, page, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const tab = await context.newPage();
  const where = `${width} px, ${colorScheme}`;
  tab.on("request", (request) => {
    if (!request.url().startsWith("file:")) report(page, `${where}: asks the network for ${request.url()}`);
  });
  tab.on("pageerror", (error) => report(page, `${where}: ${error.message}`));
  await tab.goto(pathToFileURL(page).href);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) report(page, `${where}: the page is ${wide} px wide`);
  // Findings are alike in form: a sample is opened and the others are left out, for thousands would take the checker half an hour.
  await tab.evaluate((most) => {
    const findings = Array.from(document.querySelectorAll("details.finding"));
    const step = Math.ceil(findings.length / most);
    findings.forEach((finding, at) => {
      if (at % step === 0 || (at % 7 === 0 && finding.querySelector("svg"))) finding.open = true;
      else finding.remove();
    });
  }, SAMPLE);
  const wideOpen = await tab.evaluate(() => document.documentElement.scrollWidth);
  if (wideOpen > width) report(page, `${where}: the page is ${wideOpen} px wide when findings are open`);
  await tab.evaluate(axe);
  const found = await tab.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), TAGS);
  for (const violation of found.violations) {
    const line = `${where}: ${violation.impact}: ${violation.id}: ${violation.help} (${violation.nodes.length}×, ${violation.nodes[0].target.join(" ")})`;
    if (GRAVE.includes(violation.impact)) report(page, line);
    else console.log(`note: ${basename(page)}: ${line}`);
  }
  await context.close();
}

async function valid(page) {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      // Serialised by hand in one line; the style of the source is no matter of validity.
      "no-trailing-whitespace": "off",
      "long-title": "off",
      "no-inline-style": "off",
      // The drawings carry their own names and roles.
      "svg-focusable": "off",
      "prefer-native-element": "off",
      "attribute-boolean-style": "off",
      "doctype-style": "off",
      "void-style": "off",
    },
  });
  const result = await validator.validateFile(page);
  const messages = result.results.flatMap((one) => one.messages).filter((message) => message.severity === 2);
  for (const message of messages.slice(0, 20)) report(page, `line ${message.line}: ${message.ruleId}: ${message.message}`);
  if (messages.length > 20) report(page, `${messages.length - 20} more`);
}

const pages = process.argv.slice(2).map((page) => resolve(page));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const page of pages) {
  await valid(page);
  for (const width of WIDTHS) for (const scheme of SCHEMES) await inBrowser(browser, page, width, scheme);
  console.log(`looked at ${basename(page)}`);
}
await browser.close();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
