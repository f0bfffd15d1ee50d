#include "parsers/article_rule.h"

#include <algorithm>

#include "model/text.h"
#include "parsers/article_text.h"
#include "parsers/metadata.h"
#include "parsers/page_blocks.h"
#include "parsers/selector.h"

namespace vigie::parsers {
namespace {

std::vector<XPathHit> hits_of(const Document& document, const std::string& expression) {
  Expected<std::vector<XPathHit>> hits = select_xpath(document, expression);
  return hits ? std::move(*hits) : std::vector<XPathHit>();
}

std::string text_of(const Document& document, const XPathHit& hit) {
  return clean_field(hit.value.empty() ? document.text_of(hit.node) : hit.value);
}

/// The first expression's results that say anything.
std::vector<std::string> values_of(const Document& document, const std::vector<std::string>& expressions) {
  for (const std::string& expression : expressions) {
    std::vector<std::string> values;
    for (const XPathHit& hit : hits_of(document, expression)) {
      std::string value = text_of(document, hit);
      if (!value.empty()) values.push_back(std::move(value));
    }
    if (!values.empty()) return values;
  }
  return {};
}

std::vector<NodeId> removed_elements(const Document& document, const SiteRule& rule) {
  std::vector<NodeId> removed;
  for (const std::string& expression : rule.strip) {
    for (const XPathHit& hit : hits_of(document, expression)) {
      if (hit.node != document.root()) removed.push_back(hit.node);
    }
  }
  if (!rule.strip_id_or_class.empty()) {
    for (NodeId id = 1; id < document.size(); ++id) {
      if (document[id].attribute_count == 0) continue;
      const std::string_view classes = document.attribute(id, "class");
      const std::string_view own_id = document.attribute(id, "id");
      const bool named =
          std::any_of(rule.strip_id_or_class.begin(), rule.strip_id_or_class.end(), [&](const std::string& word) {
            return !word.empty() &&
                   (classes.find(word) != std::string_view::npos || own_id.find(word) != std::string_view::npos);
          });
      if (named) removed.push_back(id);
    }
  }
  std::sort(removed.begin(), removed.end());
  removed.erase(std::unique(removed.begin(), removed.end()), removed.end());
  return removed;
}

}  // namespace

std::string replace_strings(std::string_view page, const SiteRule& rule) {
  std::string text(page);
  const std::size_t most = 2 * page.size() + (1u << 20);
  for (const auto& [from, to] : rule.replace_string) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t found = text.find(from); found != std::string::npos && out.size() < most;
         found = text.find(from, at)) {
      out.append(text, at, found - at).append(to);
      at = found + from.size();
    }
    out.append(text, at, std::string::npos);
    text = std::move(out);
  }
  return text;
}

RuleReading read_by_rule(const Document& document, const SiteRule& rule) {
  RuleReading reading;
  if (const std::vector<std::string> titles = values_of(document, rule.title); !titles.empty())
    reading.title = titles.front();
  for (const std::string& name : values_of(document, rule.author)) {
    for (std::string& each : split_byline(name)) reading.authors.push_back(std::move(each));
  }
  if (const std::vector<std::string> dates = values_of(document, rule.date); !dates.empty())
    reading.date = dates.front();
  const std::vector<NodeId> removed = removed_elements(document, rule);
  for (const std::string& expression : rule.body) {
    NodeId behind = 0;
    for (const XPathHit& hit : hits_of(document, expression)) {
      if (hit.node < behind) continue;  // inside the one before
      behind = document[hit.node].end;
      const std::vector<Block> blocks = collect_blocks(document, hit.node, removed);
      std::vector<bool> kept(blocks.size(), true);
      for (std::size_t i = 0; rule.prune && i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        kept[i] = !block.hidden && !block.in_figure && !(block.linked > 0.8f * block.length && block.kind != Tag::p);
      }
      const std::string text = join_blocks(blocks, kept);
      if (text.empty()) continue;
      if (!reading.text.empty()) reading.text.append("\n\n");
      reading.text.append(text);
    }
    if (!reading.text.empty()) {
      reading.container = expression;
      break;
    }
  }
  return reading;
}

}  // namespace vigie::parsers
