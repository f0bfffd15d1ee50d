#include "app/article_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

#include "app/terminal.h"
#include "app/text_forms.h"
#include "model/text.h"

namespace vigie {
namespace {

// Writes the report line by line; everything from outside is escaped here.
class Report {
 public:
  explicit Report(const AssessedArticle& stored)
      : article_(stored.article), assessment_(stored.assessment), colour_(colour_on_stdout()) {}

  std::string write(ReportText text) {
    heading();
    score();
    facts();
    statements();
    mentions();
    if (text == ReportText::whole) marked_text();
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }
  void field(std::string_view name, const std::string& value) {
    if (!value.empty()) line(fit(name, 12) + escape_controls(value));
  }
  std::string words(const Span& span) const {
    const std::string& text = span.field == Span::Field::title ? article_.title : article_.text;
    if (span.begin >= text.size() || span.end <= span.begin) return {};
    return text.substr(span.begin, span.end - span.begin);
  }
  static std::string number(double value) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
    return buffer.data();
  }

  void heading() {
    line((colour_ ? "\x1b[1m" : "") + escape_controls(article_.title) + (colour_ ? "\x1b[0m" : ""));
    field("url", article_.canonical_url.empty() ? article_.url : article_.canonical_url);
    field("published", article_.published ? format_date(*article_.published) : "");
    field("authors", joined(article_.authors, ", "));
    field("language", article_.language);
    std::string verdict = assessment_.relevant ? "relevant" : "not relevant";
    if (!assessment_.kind.empty()) verdict += " (" + assessment_.kind + ")";
    field("verdict", verdict + ", " + number(assessment_.relevance));
  }

  void score() {
    double sum = 0;
    for (const Evidence& item : assessment_.evidence) {
      if (item.weight == 0) continue;
      sum += item.weight;
      line("  " + std::string(item.weight > 0 ? "+" : "") + number(item.weight) + "  " + escape_controls(item.rule) +
           "  “" + escape_controls(words(item.span)) + "”");
    }
    if (!assessment_.evidence.empty()) line("  = " + number(sum));
  }

  void facts() {
    if (assessment_.relevant) field("act", std::string(to_string(assessment_.act)));
    field("accused", joined(assessment_.accused_states, ", "));
    field("victims", joined(assessment_.victim_states, ", "));
    field("bodies", parties(assessment_.victim_bodies));
    field("actors", joined(assessment_.actors, ", "));
  }

  static std::string parties(const std::vector<Party>& parties) {
    std::vector<std::string> names;
    for (const Party& party : parties) {
      names.push_back(party.name + " (" + (party.state.empty() ? "" : party.state + ", ") + party.kind + ")");
    }
    return joined(names, "; ");
  }

  void statements() {
    if (assessment_.attributions.empty()) return;
    line("\nstatements");
    for (const Attribution& made : assessment_.attributions) {
      std::string who = made.attributor.name.empty() ? made.attributor.kind : made.attributor.name;
      if (!made.attributor.state.empty()) who += " (" + made.attributor.state + ")";
      std::string what = std::string(to_string(made.stance)) + ", " + std::string(to_string(made.act));
      if (!made.accused_states.empty()) what += "; accused " + joined(made.accused_states, " ");
      if (!made.actors.empty()) what += "; actors " + joined(made.actors, ", ");
      if (!made.victim_states.empty()) what += "; victim " + joined(made.victim_states, " ");
      if (!made.victims.empty()) what += "; bodies " + parties(made.victims);
      if (!made.date.empty()) what += "; " + made.date;
      line("  " + escape_controls(who) + ": " + escape_controls(what));
      for (const Evidence& item : made.evidence) {
        line("      " + escape_controls(item.rule) + "  “" + escape_controls(words(item.span)) + "”");
      }
    }
  }

  void mentions() {
    if (!assessment_.actor_mentions.empty()) line("\nactors named");
    for (const ActorMention& mention : assessment_.actor_mentions) {
      std::string text = "“" + mention.surface + "” is " + mention.canonical;
      if (!mention.known) text = "“" + mention.surface + "”: a designation no table holds";
      if (!mention.alternatives.empty()) text += ", or " + joined(mention.alternatives, ", ");
      for (std::size_t i = 0; i < mention.sponsors.size(); ++i) {
        text += i == 0 ? "; sponsor " : ", ";
        text += mention.sponsors[i];
        if (i < mention.sponsor_sources.size()) text += " by " + mention.sponsor_sources[i];
      }
      line("  " + escape_controls(text));
    }
    if (!assessment_.indicators.empty()) line("\nindicators");
    for (const Indicator& indicator : assessment_.indicators) {
      line("  " + fit(indicator.kind, 14) + escape_controls(indicator.value) + "  “" +
           escape_controls(words(indicator.span)) + "”");
    }
  }

  // All spans that some conclusion rests on, joined where they overlap.
  std::vector<Span> marks(Span::Field field) const {
    std::vector<Span> spans;
    const auto add = [&](const Span& span) {
      if (span.field == field && span.end > span.begin) spans.push_back(span);
    };
    for (const Evidence& item : assessment_.evidence) add(item.span);
    for (const Attribution& made : assessment_.attributions) {
      for (const Evidence& item : made.evidence) add(item.span);
    }
    for (const ActorMention& mention : assessment_.actor_mentions) add(mention.span);
    for (const Indicator& indicator : assessment_.indicators) add(indicator.span);
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> apart;
    for (const Span& span : spans) {
      if (!apart.empty() && span.begin < apart.back().end) {
        apart.back().end = std::max(apart.back().end, span.end);
      } else {
        apart.push_back(span);
      }
    }
    return apart;
  }

  void marked_text() {
    line("");
    const std::string_view open = colour_ ? "\x1b[1;33m" : "⟦";
    const std::string_view close = colour_ ? "\x1b[0m" : "⟧";
    const std::string_view text = article_.text;
    std::size_t at = 0;
    for (const Span& span : marks(Span::Field::text)) {
      if (span.end > text.size()) break;
      out_ += escape_controls(text.substr(at, span.begin - at), Newlines::keep);
      out_ += open;
      out_ += escape_controls(text.substr(span.begin, span.end - span.begin), Newlines::keep);
      out_ += close;
      at = span.end;
    }
    out_ += escape_controls(text.substr(at), Newlines::keep);
    out_ += "\n";
  }

  const Article& article_;
  const Assessment& assessment_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string article_report(const AssessedArticle& article, ReportText text) { return Report(article).write(text); }

}  // namespace vigie
