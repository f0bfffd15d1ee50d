#include "digest/html_template.h"

#include <string>

namespace vigie::digest {
namespace {

// Every pair of text and ground below has a contrast of at least 4.5:1 (WCAG 2.1 AA), marks of the chart 3:1.
constexpr std::string_view k_head = R"html(<!DOCTYPE html>
<html lang="{{lang}}" dir="{{page_dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="{{generator}}">
<link rel="icon" href="data:,">
<title>{{brand}}, {{day}}</title>
)html";

constexpr std::string_view k_style = R"css(<style>
html { background: #f4f2ed; color: #1d2327; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 48rem; padding: 0 1.25rem 3rem; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, .day { font-family: Georgia, "Noto Serif", "Liberation Serif", "DejaVu Serif", serif; line-height: 1.25; }
a { color: #0b4f83; text-decoration-thickness: 1px; text-underline-offset: 2px; }
a:focus-visible { outline: 3px solid #b3541e; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
header { padding: 2.25rem 0 1.25rem; border-bottom: 3px double #1d2327; }
header p { margin: .35rem 0 0; }
.brand { font-size: .8rem; font-weight: 700; letter-spacing: .18em; text-transform: uppercase; color: #7d3a12; margin: 0; }
h1 { font-size: 2.1rem; margin: .2rem 0 0; font-weight: 700; }
.subject { font-size: 1.05rem; }
.summary { font-weight: 600; }
.note { font-size: .85rem; color: #4e575d; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin: 0; padding: .8rem 0; border-bottom: 1px solid #cbc5b8; font-size: .92rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .9rem; padding-inline-start: .7rem; border-inline-start: .35rem solid #6b7379; }
.attributions h2 { border-color: #a3261f; }
.denials h2 { border-color: #1f5fa3; }
.sanctions h2 { border-color: #7a4fa0; }
.reports h2 { border-color: #2c7a5b; }
.changed h2 { border-color: #a06a00; }
article { background: #fff; border: 1px solid #ddd8cc; border-radius: .5rem; padding: 1rem 1.15rem 1.05rem; margin: 0 0 1rem; }
h3 { font-size: 1.16rem; margin: 0; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover, h3 a:focus { text-decoration: underline; }
.tag { display: inline-block; font: 700 .72rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; color: #4e575d; border: 1px solid #b9b3a6; border-radius: .25rem; padding: 0 .35rem; vertical-align: .12em; }
.gloss { margin: .25rem 0 0; font-style: italic; color: #4e575d; }
.line { margin: .6rem 0 0; font-size: 1.07rem; }
.line strong { font-weight: 700; }
.told { margin: .7rem 0 0; padding: .45rem .75rem; background: #fdf3dc; border-radius: .35rem; }
.told p { margin: 0; font-weight: 700; color: #6b4700; }
.told ul { margin: .2rem 0 0; padding-inline-start: 1.2rem; }
dl { margin: .75rem 0 0; font-size: .9rem; display: grid; grid-template-columns: max-content 1fr; gap: .25rem .9rem; }
dt { color: #4e575d; font-weight: 600; }
dd { margin: 0; min-width: 0; }
dd ul { list-style: none; margin: 0; padding: 0; }
dd li { display: inline; }
dd li:not(:last-child)::after { content: " · "; color: #4e575d; }
.who { color: #4e575d; }
blockquote { margin: .75rem 0 0; padding: .1rem .9rem; border-inline-start: 3px solid #cbc5b8; font-size: .93rem; }
blockquote p { margin: 0; }
blockquote footer { color: #4e575d; font-size: .85rem; margin-top: .15rem; border: 0; padding: 0; }
.quiet { background: #fff; border: 1px solid #ddd8cc; border-radius: .5rem; padding: 1.6rem 1.3rem; margin: 1.6rem 0; font-size: 1.12rem; }
figure { margin: 0 0 1.6rem; background: #fff; border: 1px solid #ddd8cc; border-radius: .5rem; padding: 1rem 1.15rem; }
figcaption { font-weight: 600; margin-bottom: .7rem; }
figcaption .note { font-weight: 400; display: block; }
.plot { display: flex; gap: .5rem; }
.scale { display: flex; flex-direction: column; justify-content: space-between; font-size: .78rem; color: #4e575d; text-align: end; min-width: 1.4rem; height: 9rem; line-height: 1; }
.bars { display: block; width: 100%; height: 9rem; flex: 1; min-width: 0; }
.grid { stroke: #d5d0c4; stroke-width: 1; vector-effect: non-scaling-stroke; }
.days { display: flex; justify-content: space-between; margin-inline-start: 1.9rem; font-size: .78rem; color: #4e575d; padding-top: .3rem; }
.keys { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .7rem 0 0; padding: 0; font-size: .88rem; }
.keys svg { width: .8rem; height: .8rem; vertical-align: -.06rem; margin-inline-end: .35rem; }
.s0 { fill: #a3261f; } .s1 { fill: #1f5fa3; } .s2 { fill: #a06a00; } .s3 { fill: #2c7a5b; } .s4 { fill: #7a4fa0; } .so { fill: #767d82; }
table { border-collapse: separate; border-spacing: 2px; font-size: .88rem; width: 100%; table-layout: fixed; }
th { font-weight: 600; text-align: start; }
thead th { text-align: center; }
thead td, tbody th { width: 34%; }
tbody th { overflow-wrap: anywhere; }
td { text-align: center; border-radius: .2rem; padding: .25rem 0; }
abbr { text-decoration: none; }
.h0 { background: #f4f2ed; color: #6a6459; } .h1 { background: #f7dfd5; } .h2 { background: #f0bfae; } .h3 { background: #e39a84; } .h4 { background: #b4453a; color: #fff; } .h5 { background: #8a1f19; color: #fff; }
footer { border-top: 3px double #1d2327; margin-top: 2.4rem; padding-top: .4rem; font-size: .9rem; }
footer h2 { margin-top: 1rem; font-size: 1.1rem; }
footer ul { padding-inline-start: 1.2rem; }
@media (max-width: 30rem) {
  body { padding: 0 .8rem 2rem; }
  header { padding-top: 1.3rem; }
  h1 { font-size: 1.6rem; }
  article, figure { padding: .85rem .85rem .9rem; }
  dl { display: block; }
  dt { margin-top: .45rem; }
}
@media (prefers-color-scheme: dark) {
  html { background: #14181b; color: #e4e6e7; }
  header, footer { border-color: #e4e6e7; }
  a { color: #8cc4f2; }
  .brand { color: #f0a878; }
  .note, .tag, .gloss, dt, .who, blockquote footer, .scale, .days { color: #aab3b9; }
  nav ul, .tag, blockquote { border-color: #4b545a; }
  article, figure, .quiet { background: #1e2428; border-color: #343c41; }
  .told { background: #3a2f17; }
  .told p { color: #f2cf87; }
  .grid { stroke: #3b4449; }
  .s0 { fill: #f07167; } .s1 { fill: #6cb2f5; } .s2 { fill: #e5b04a; } .s3 { fill: #5cc39a; } .s4 { fill: #bd97e3; } .so { fill: #98a1a7; }
  .attributions h2 { border-color: #f07167; } .denials h2 { border-color: #6cb2f5; } .sanctions h2 { border-color: #bd97e3; } .reports h2 { border-color: #5cc39a; } .changed h2 { border-color: #e5b04a; }
  .h0 { background: #171c1f; color: #98a1a7; } .h1 { background: #3c2522; } .h2 { background: #5d2c27; } .h3 { background: #823630; } .h4 { background: #e58a7d; color: #14181b; } .h5 { background: #ffb3a7; color: #14181b; }
}
@media print {
  html { font-size: 9.5pt; }
  html, article, figure, .quiet, .told { background: #fff; color: #000; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  article, figure, blockquote { break-inside: avoid; }
  h2 { break-after: avoid; }
  a { color: #000; text-decoration: none; }
  rect, td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
</style>
</head>
)css";

constexpr std::string_view k_body = R"html(<body>
<a class="skip" href="#digest">{{contents}}</a>
<header>
<p class="brand">{{brand}}</p>
<h1><time datetime="{{date}}">{{day}}</time></h1>
<p class="subject">{{title}}</p>
{{#stories}}<p class="summary">{{summary}}</p>
<p class="note">{{not_truth}}</p>{{/stories}}
</header>
{{#stories}}<nav aria-label="{{contents}}"><ul>
{{#sections}}<li><a href="#{{id}}">{{name}}</a> ({{count}})</li>
{{/sections}}</ul></nav>{{/stories}}
<main id="digest">
{{^stories}}<p class="quiet">{{summary}}</p>{{/stories}}
{{#sections}}<section class="{{id}}" aria-labelledby="{{id}}">
<h2 id="{{id}}">{{name}}</h2>
{{#entries}}<article aria-labelledby="story-{{number}}">
<h3 id="story-{{number}}" dir="{{dir}}"><span lang="{{language}}">{{#url}}<a href="{{url}}" rel="noopener noreferrer nofollow external">{{headline}}</a>{{/url}}{{^url}}{{headline}}{{/url}}</span> <span class="tag">{{language}}</span></h3>
{{#gloss}}<p class="gloss" dir="auto">{{gloss}}</p>
{{/gloss}}{{#line}}<p class="line">{{{line}}}</p>
{{/line}}{{#told}}<div class="told"><p>{{told}}</p>{{#changed}}<ul>
{{#changes}}<li><bdi>{{text}}</bdi></li>
{{/changes}}</ul>{{/changed}}</div>
{{/told}}{{#quotations}}<blockquote dir="{{dir}}"><p lang="{{language}}">“{{text}}”</p><footer dir="{{page_dir}}">{{#origin}}{{#url}}<a href="{{url}}" rel="noopener noreferrer nofollow external"><bdi>{{origin}}</bdi></a>{{/url}}{{^url}}<bdi>{{origin}}</bdi>{{/url}}{{/origin}}{{#captured}} · <span>{{captured}}</span>{{/captured}}</footer></blockquote>
{{/quotations}}<dl>
{{#has_actors}}<dt>{{label_actors}}</dt><dd>{{#actors}}{{separator}}<bdi>{{text}}</bdi>{{/actors}}</dd>
{{/has_actors}}{{#significance}}<dt>{{label_significance}}</dt><dd>{{significance}}</dd>
{{/significance}}{{#has_sources}}<dt>{{label_sources}}</dt><dd><ul>
{{#sources}}<li>{{#url}}<a href="{{url}}" rel="noopener noreferrer nofollow external"><bdi>{{publisher}}</bdi></a>{{/url}}{{^url}}<bdi>{{publisher}}</bdi>{{/url}} <span class="who">({{authority}}, {{language}})</span></li>
{{/sources}}{{#more}}<li class="who">{{more}}</li>
{{/more}}</ul></dd>
{{/has_sources}}</dl>
</article>
{{/entries}}</section>
{{/sections}}{{#chart}}<figure>
<figcaption>{{chart_title}}<span class="note">{{chart_summary}}</span></figcaption>
<div class="plot"><div class="scale" aria-hidden="true"><span>{{top}}</span><span>0</span></div>{{{svg}}}</div>
<div class="days" aria-hidden="true"><span>{{first_day}}</span><span>{{middle_day}}</span><span>{{last_day}}</span></div>
<ul class="keys">
{{#keys}}<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="{{css}}" width="10" height="10"/></svg>{{name}} {{articles}}</li>
{{/keys}}</ul>
</figure>
{{/chart}}{{#matrix}}<figure>
<figcaption id="matrix">{{matrix_title}}<span class="note">{{matrix_note}}</span></figcaption>
<table aria-labelledby="matrix">
<thead><tr><td></td>{{#columns}}<th scope="col"><abbr title="{{name}}">{{code}}</abbr></th>{{/columns}}</tr></thead>
<tbody>
{{#rows}}<tr><th scope="row">{{name}}</th>{{#cells}}<td class="{{css}}">{{articles}}</td>{{/cells}}</tr>
{{/rows}}</tbody>
</table>
</figure>
{{/matrix}}</main>
<footer>
<h2>{{health_title}}</h2>
<p>{{health_first}}</p>
{{#has_health}}<ul>
{{#health}}<li><bdi>{{text}}</bdi></li>
{{/health}}</ul>
{{/has_health}}{{#signature}}<p class="note">{{signature}}</p>
{{/signature}}</footer>
</body>
</html>
)html";

constexpr std::string_view k_fragment = R"html(<p>{{summary}}</p>
{{#sections}}<h2>{{name}}</h2>
{{#entries}}<h3 dir="{{dir}}" lang="{{language}}">{{#url}}<a href="{{url}}">{{headline}}</a>{{/url}}{{^url}}{{headline}}{{/url}}</h3>
{{#gloss}}<p><i>{{gloss}}</i></p>
{{/gloss}}{{#line}}<p>{{{line}}}</p>
{{/line}}{{#told}}<p><b>{{told}}</b></p>
{{#changed}}<ul>{{#changes}}<li>{{text}}</li>{{/changes}}</ul>
{{/changed}}{{/told}}{{#has_sources}}<p>{{label_sources}}: {{#sources}}{{separator}}{{#url}}<a href="{{url}}">{{publisher}}</a>{{/url}}{{^url}}{{publisher}}{{/url}} ({{authority}}){{/sources}}{{#more}}; {{more}}{{/more}}</p>
{{/has_sources}}{{/entries}}{{/sections}}<p>{{health_first}}</p>
)html";

}  // namespace

std::string_view html_fragment_template() { return k_fragment; }

std::string_view html_template() {
  static const std::string whole = std::string(k_head) + std::string(k_style) + std::string(k_body);
  return whole;
}

}  // namespace vigie::digest
