#include "parsers/pdf.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/article_page.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

// A PDF of one page with the given page description, written as ISO 32000-1 7.5 has it but for the cross-reference
// table, which readers rebuild.
std::string pdf(const std::string& content, const std::string& info = {}) {
  const std::string objects[] = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< " + info + " >>"};
  std::string out = "%PDF-1.4\n";
  int number = 0;
  for (const std::string& object : objects) out += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  return out + "trailer << /Root 1 0 R /Info 6 0 R /Size 7 >>\n%%EOF\n";
}

std::string shown(const std::vector<std::string>& lines) {
  std::string content = "BT /F1 11 Tf 60 780 Td 14 TL\n";
  for (const std::string& line : lines) content += line.empty() ? "T*\n" : "(" + line + ") Tj T*\n";
  return content + "ET";
}

const std::string k_communique =
    pdf(shown({"Press release", "", "Brussels, 3 March 2026", "",
               "The ministry states that a foreign service has broken into its mail",
               "server and read letters for nine months.", "",
               "It calls on the state in question to put an end to such acts."}),
        "/Title (Statement on the intrusion of 2025) /Author (Ministry of Foreign Affairs)");

}  // namespace

TEST_CASE("a PDF communique is read with title, date and paragraphs") {
  PageContext context;
  context.url = "https://ministry.example/press/statement.pdf";
  context.content_type = "application/pdf";
  const Expected<PageReading> reading = read_article_page(k_communique, context);
  REQUIRE(reading);
  CHECK(reading->stage == "pdf");
  CHECK(reading->article.title == "Statement on the intrusion of 2025");
  CHECK(reading->published_day == "2026-03-03");
  CHECK(reading->article.language == "en");
  CHECK(reading->article.text.find("broken into its mail server and read letters for nine months.\n\nIt calls on") !=
        std::string::npos);
}

TEST_CASE("what is no PDF, a broken one and one without text are told apart") {
  CHECK(read_pdf("hello").error().kind == ErrorKind::malformed);
  CHECK(read_pdf("%PDF-1.7\nnothing of the kind").error().kind == ErrorKind::malformed);
  CHECK(read_pdf(pdf("q Q")).error().kind == ErrorKind::no_article);
  CHECK(read_pdf(k_communique.substr(0, k_communique.size() / 2)).has_value() == false);
  PdfLimits small;
  small.max_bytes = 100;
  CHECK(read_pdf(k_communique, small).error().kind == ErrorKind::limit);
}

TEST_CASE("a PDF that asks for all memory is given up, and the next one is read") {
  std::string nested;
  for (int i = 0; i < 3'000'000; ++i) nested += "q ";  // each saves a graphics state of some 150 bytes
  const Expected<PdfText> bomb = read_pdf(pdf(nested));
  REQUIRE_FALSE(bomb);
  CHECK((bomb.error().kind == ErrorKind::limit || bomb.error().kind == ErrorKind::no_article));
  CHECK(read_pdf(k_communique).has_value());
}
