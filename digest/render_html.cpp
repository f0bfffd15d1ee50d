#include <kainjow/mustache.hpp>

#include "digest/chart.h"
#include "digest/entry_view.h"
#include "digest/html_template.h"
#include "digest/outside_text.h"
#include "digest/render.h"

namespace vigie::digest {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;

/// A text that is false where it is empty, so that its section is left out. Every name a section may look up is set:
/// mustache would otherwise search the objects around it.
data text(const std::string& value) { return value.empty() ? data(false) : data(value); }
data flag(bool value) { return data(value); }

std::string direction(const std::string& shown) { return is_right_to_left(shown) ? "rtl" : "ltr"; }

std::string line_html(const std::vector<LinePart>& line) {
  std::string out;
  bool strong = false;
  for (const LinePart& part : line) {
    if (part.speaker != strong) out += part.speaker ? "<strong>" : "</strong>";
    strong = part.speaker;
    out += part.foreign ? "<bdi>" + html_text(part.text) + "</bdi>" : html_text(part.text);
  }
  return strong ? out + "</strong>" : out;
}

data texts(const std::vector<std::string>& values) {
  data out{data::type::list};
  for (const std::string& value : values) {
    data item;
    item.set("text", text(value));
    item.set("separator", out.is_empty_list() ? text("") : text("; "));
    out << item;
  }
  return out;
}

data quotations_data(const std::vector<QuotationView>& quotations) {
  data out{data::type::list};
  for (const QuotationView& quotation : quotations) {
    data item;
    item.set("text", text(quotation.text));
    item.set("language", text(quotation.language));
    item.set("origin", text(quotation.origin));
    item.set("captured", text(quotation.captured));
    item.set("dir", text(direction(quotation.text)));
    item.set("url", text(quotation.url));
    out << item;
  }
  return out;
}

data sources_data(const std::vector<SourceView>& sources) {
  data out{data::type::list};
  for (const SourceView& source : sources) {
    data item;
    item.set("publisher", text(source.publisher));
    item.set("authority", text(source.authority));
    item.set("separator", out.is_empty_list() ? text("") : text(", "));
    item.set("language", text(source.language));
    item.set("url", text(source.url));
    out << item;
  }
  return out;
}

data entry_data(const EntryView& view, const Labels& labels, std::size_t number) {
  data out;
  out.set("number", text(std::to_string(number)));
  out.set("headline", text(view.headline));
  out.set("dir", text(direction(view.headline)));
  out.set("language", text(view.language));
  out.set("url", text(view.url));
  out.set("gloss", text(view.gloss));
  out.set("line", text(line_html(view.line)));
  out.set("told", text(view.told));
  out.set("changed", flag(!view.changes.empty()));
  out.set("changes", texts(view.changes));
  out.set("has_actors", flag(!view.actors.empty()));
  out.set("actors", texts(view.actors));
  out.set("significance", text(view.significance));
  out.set("quotations", quotations_data(view.quotations));
  out.set("has_sources", flag(!view.sources.empty() || !view.more.empty()));
  out.set("sources", sources_data(view.sources));
  out.set("more", text(view.more));
  out.set("label_actors", text(std::string(labels.get("entry.actors"))));
  out.set("label_significance", text(std::string(labels.get("entry.significance"))));
  out.set("label_sources", text(std::string(labels.get("entry.sources"))));
  return out;
}

data sections_data(const Digest& digest, const Labels& labels, const RenderOptions& options) {
  data out{data::type::list};
  std::size_t number = 0;
  for (const SectionView& section : sections_of(digest, labels)) {
    data entries{data::type::list};
    for (const DigestEntry* entry : section.entries) {
      ++number;
      entries << entry_data(view_of(*entry, digest, labels, options, number), labels, number);
    }
    data item;
    item.set("id", text(std::string(to_string(section.section))));
    item.set("name", text(section.name));
    item.set("count", text(std::to_string(section.entries.size())));
    item.set("entries", entries);
    out << item;
  }
  return out;
}

void add_chart(data& page, const Digest& digest, const Labels& labels) {
  const Chart chart = chart_of(digest, labels);
  page.set("chart", flag(!chart.svg.empty()));
  page.set("svg", text(chart.svg));
  page.set("chart_title", text(std::string(labels.get("chart.title"))));
  page.set("chart_summary", text(chart.summary));
  page.set("top", text(std::to_string(chart.top)));
  page.set("first_day", text(chart.first_day));
  page.set("middle_day", text(chart.middle_day));
  page.set("last_day", text(chart.last_day));
  data keys{data::type::list};
  for (const Chart::Key& key : chart.keys) {
    data item;
    item.set("css", text(key.css));
    item.set("name", text(key.name));
    item.set("articles", text(std::to_string(key.articles)));
    keys << item;
  }
  page.set("keys", keys);
}

void add_matrix(data& page, const Digest& digest, const Labels& labels) {
  const Matrix matrix = matrix_of(digest, labels);
  page.set("matrix", flag(!matrix.rows.empty()));
  page.set("matrix_title", text(std::string(labels.get("chart.matrix"))));
  page.set("matrix_note", text(std::string(labels.get("chart.matrix_note"))));
  data columns{data::type::list};
  for (const Matrix::Column& column : matrix.columns) {
    data item;
    item.set("name", text(column.name));
    item.set("code", text(column.code));
    columns << item;
  }
  data rows{data::type::list};
  for (const Matrix::Row& row : matrix.rows) {
    data cells{data::type::list};
    for (const Matrix::Cell& cell : row.cells) {
      data item;
      item.set("css", text("h" + std::to_string(cell.shade)));
      item.set("articles", text(cell.articles == 0 ? "·" : std::to_string(cell.articles)));
      cells << item;
    }
    data item;
    item.set("name", text(row.name));
    item.set("cells", cells);
    rows << item;
  }
  page.set("columns", columns);
  page.set("rows", rows);
}

}  // namespace

std::string render_html(const Digest& digest, const Labels& labels, const RenderOptions& options) {
  data page;
  page.set("lang", text(language_tag(labels.language)));
  page.set("page_dir", text(direction(std::string(labels.get("digest.title")))));
  page.set("generator", text(clean_line(options.generator)));
  page.set("brand", text(std::string(labels.get("digest.brand"))));
  page.set("title", text(std::string(labels.get("digest.title"))));
  page.set("contents", text(std::string(labels.get("digest.contents"))));
  page.set("not_truth", text(std::string(labels.get("digest.statement_not_truth"))));
  page.set("date", text(clean_line(digest.date, 10)));
  page.set("day", text(day_name(labels, clean_line(digest.date, 10))));
  page.set("summary", text(summary_of(digest, labels)));
  page.set("stories", flag(!digest.entries.empty()));
  page.set("sections", sections_data(digest, labels, options));
  add_chart(page, digest, labels);
  add_matrix(page, digest, labels);
  std::vector<std::string> health = health_lines(digest, labels);
  page.set("health_title", text(std::string(labels.get("health.title"))));
  page.set("health_first", text(health.front()));
  health.erase(health.begin());
  page.set("has_health", flag(!health.empty()));
  page.set("health", texts(health));
  page.set("signature", text(signature_of(labels, options)));
  mustache page_template{options.html_template.empty() ? std::string(html_template()) : options.html_template};
  page_template.set_custom_escape([](const std::string& value) { return html_text(value); });
  return page_template.render(page);
}

}  // namespace vigie::digest
