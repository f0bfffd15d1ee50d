// Outside text through every form of the digest and its exports: no crash, no control character in the text form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "digest/compose.h"
#include "digest/export.h"
#include "digest/message.h"
#include "digest/render.h"

namespace {

using namespace vigie;
using namespace vigie::digest;

Story story_of(const std::string& text) {
  AssessedArticle article;
  article.id = 1;
  article.article.url = text;
  article.article.title = text;
  article.article.text = text;
  article.article.language = text;
  article.first_seen = Time{seconds{1'000'000'000}};
  Attribution said;
  said.attributor.name = text;
  said.attributor.kind = text.size() % 2 == 0 ? "company" : "ministry_foreign";
  said.attributor.state = text.size() % 3 == 0 ? "BE" : text;
  said.accused_states = {"CN", text};
  said.actors = {text};
  Evidence evidence;
  evidence.span.begin = static_cast<std::uint32_t>(text.size() / 2);
  evidence.span.end = evidence.span.begin + 1;
  said.evidence.push_back(evidence);
  article.assessment.attributions.push_back(said);
  article.assessment.actors = {text};
  article.assessment.indicators = {{"hash", text, {}}, {"ip", text, {}}, {"domain", text, {}}, {"url", text, {}}};
  Story story;
  story.id = 1;
  story.headline = text;
  story.articles.push_back(article);
  return story;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  DigestInput input;
  input.date = "2026-11-23";
  input.until = Time{seconds{2'000'000'000}};
  input.stories.push_back(story_of(text));
  const Labels labels;
  const Digest digest = compose(input);
  const std::string plain_form = render_text(digest, labels);
  for (char c : plain_form) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) std::abort();
  }
  render_markdown(digest, labels);
  render_html(digest, labels);
  render_json(digest, labels);
  render_atom(digest, labels);
  export_stix(input.stories);
  export_misp(input.stories);
  export_csv(input.stories, CsvColumns::eurepoc);
  export_jsonl(input.stories);
  Mail mail = digest_mail(digest, labels, "a@example.org", {text, "b@example.org"});
  (void)write_mail(mail);
  (void)read_told(text);
  return 0;
}
