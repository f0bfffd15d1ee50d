#include "app/inspect_jsonl.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "app/inspect_answers.h"
#include "app/inspect_feed.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_longest_request = 64'000'000;

Json answer(const nlohmann::json& request, KnowledgeSource& knowledge) {
  const std::string kind = request.at("kind").get<std::string>();
  if (kind == "page") return answer_page(request, knowledge.url_rules());
  if (kind == "text") return answer_text(request, knowledge);
  if (kind == "date") return answer_date(request);
  if (kind == "url") return answer_url(request, knowledge.url_rules());
  if (kind == "robots") return answer_robots(request);
  if (kind == "charset") return answer_charset(request);
  return {{"error", "unknown kind \"" + kind + "\": expected page, text, feed, date, url, robots or charset"}};
}

void answer_line(const std::string& line, KnowledgeSource& knowledge, std::ostream& out) {
  Json reply = Json::object();
  try {
    if (line.size() > k_longest_request) throw std::length_error("a request longer than 64 MB");
    const nlohmann::json request = nlohmann::json::parse(line);
    if (!request.is_object()) throw std::invalid_argument("a request must be a JSON object");
    reply["id"] = request.contains("id") ? Json(request["id"]) : Json(nullptr);
    if (request.contains("kind") && request["kind"] == "feed") return write_feed_answer(request, out);
    reply.update(answer(request, knowledge));
  } catch (const std::exception& error) {
    if (!reply.contains("id")) reply["id"] = nullptr;
    reply["error"] = std::string("cannot answer the request: ") + error.what();
  }
  out << reply.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

ExitCode answer_json_lines(std::istream& in, std::ostream& out, KnowledgeSource& knowledge) {
  std::string line;
  while (std::getline(in, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    answer_line(line, knowledge, out);
    out.flush();
  }
  return ExitCode::done;
}

}  // namespace vigie
