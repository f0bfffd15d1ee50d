// Writes what script/train_block_model.py learns from: dump_blocks FEATURES < requests > blocks. A request is a JSON
// line
// {"id","path","url"}; an answer holds the page's blocks and, for the rows of FEATURES (32-bit floats, row after row),
// the number of their block. The columns' names stand in FEATURES.names.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "parsers/article_text.h"
#include "parsers/block_features.h"
#include "parsers/charset.h"
#include "parsers/container_choice.h"
#include "parsers/html_strip.h"
#include "parsers/metadata.h"

using nlohmann::json;
using namespace vigie;
using namespace vigie::parsers;

namespace {

json dump_page(const json& request, std::ofstream& rows) {
  std::ifstream file(request.value("path", ""), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  PageContext context;
  context.url = request.value("url", "");
  const Decoded decoded = decode(bytes, "", Markup::html);
  const HtmlLimits limits;
  const StrippedPage stripped = strip_html(decoded.text, limits.detail, limits.max_depth);
  const Expected<Document> parsed = parse_stripped(stripped, limits);
  json answer{{"id", request["id"]}, {"blocks", json::array()}, {"rows", json::array()}};
  if (!parsed) return answer;
  const HeadFacts head = read_head(*parsed);
  const LinkedData linked = read_linked_data(stripped.json_ld);
  const std::vector<Block> blocks = collect_blocks(*parsed, parsed->root());
  MetadataInput input{*parsed, head, linked, nullptr, context, blocks, {}, k_no_node, {}};
  input.main = main_article(*parsed, head, linked, context);
  input.site_names = site_names(head, linked, input.main, context.url);
  input.container = choose_container(*parsed, blocks, spoken_title(input));
  std::vector<MetadataSource> sources;
  const std::string title = read_title(input, sources);
  TextContext text;
  text.title = title;
  text.description = head.meta("description");
  if (input.main) text.article_body = input.main->body;
  const FeatureTable features = block_features(*parsed, blocks, input.container, text);
  rows.write(reinterpret_cast<const char*>(features.values.data()),
             static_cast<std::streamsize>(features.values.size() * sizeof(float)));
  for (const Block& block : blocks) answer["blocks"].push_back(block.text);
  answer["rows"] = features.blocks;
  return answer;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: dump_blocks FEATURES < requests > blocks\n";
    return 2;
  }
  std::ofstream names(std::string(argv[1]) + ".names");
  for (const std::string& name : feature_names()) names << name << "\n";
  std::ofstream rows(argv[1], std::ios::binary);
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << dump_page(json::parse(line), rows).dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
  }
}
