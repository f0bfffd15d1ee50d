#include "digest/labels.h"

#include "digest/outside_text.h"

namespace vigie::digest {
namespace {

bool is_digits(std::string_view text) {
  for (char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

bool is_day(std::string_view day) {
  return day.size() == 10 && day[4] == '-' && day[7] == '-' && is_digits(day.substr(0, 4)) &&
         is_digits(day.substr(5, 2)) && is_digits(day.substr(8, 2));
}

std::string without_zero(std::string_view two_digits) {
  return std::string(two_digits.front() == '0' ? two_digits.substr(1) : two_digits);
}

}  // namespace

std::string_view Labels::get(std::string_view key) const {
  const std::size_t dot = key.rfind('.');
  return get(key, dot == std::string_view::npos ? key : key.substr(dot + 1));
}

std::string_view Labels::get(std::string_view key, std::string_view otherwise) const {
  const auto found = text.find(key);
  return found == text.end() ? otherwise : std::string_view(found->second);
}

bool Labels::has(std::string_view key) const { return text.find(key) != text.end(); }

std::string fill(std::string_view pattern, const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += pattern[at++];
      continue;
    }
    const std::string_view name = pattern.substr(at + 1, close - at - 1);
    bool known = false;
    for (const auto& [key, value] : values) {
      if (key != name) continue;
      out += value;
      known = true;
      break;
    }
    if (!known) out += pattern.substr(at, close - at + 1);
    at = close + 1;
  }
  return out;
}

std::string counted(const Labels& labels, std::string_view key, long n) {
  std::string name(key);
  if (n == 0 && labels.has(name + ".zero")) {
    name += ".zero";
  } else {
    name += n == 1 ? ".one" : ".other";
  }
  return fill(labels.get(name, "{n} " + std::string(key.substr(key.rfind('.') + 1))), {{"n", std::to_string(n)}});
}

std::string labelled(const Labels& labels, std::string_view key, const std::string& text) {
  return fill(labels.get("line.labelled", "{label}: {text}"),
              {{"label", std::string(labels.get(key))}, {"text", text}});
}

std::string state_name(const Labels& labels, std::string_view code, std::string_view form) {
  const std::string key = "state." + std::string(code);
  if (!form.empty()) {
    const std::string inflected = key + "." + std::string(form);
    if (labels.has(inflected)) return std::string(labels.get(inflected));
  }
  // A code that no label names is told as it is, as far as it is plain text.
  std::string name = labels.has(key) ? std::string(labels.get(key)) : clean_line(code, 40);
  if (form.empty() || form == "and") return name;
  return fill(labels.get("form." + std::string(form), "{name}"), {{"name", name}});
}

std::string day_name(const Labels& labels, std::string_view day) {
  if (!is_day(day)) return std::string(day);
  const std::string month = without_zero(day.substr(5, 2));
  const std::string of_month = without_zero(day.substr(8, 2));
  return fill(labels.get(of_month == "1" ? "day.first" : "day.date", "{y}-{m}-{d}"),
              {{"d", of_month},
               {"m", month},
               {"month", std::string(labels.get("day.month_" + month, month))},
               {"y", std::string(day.substr(0, 4))}});
}

std::string moment_name(const Labels& labels, Time at) {
  std::string iso = format_iso8601(at);
  if (iso.size() < 16) return iso;
  return fill(labels.get("day.time", "{date} {time} UTC"),
              {{"date", day_name(labels, iso.substr(0, 10))}, {"time", iso.substr(11, 5)}});
}

std::string joined(const Labels& labels, const std::vector<ListItem>& items) {
  if (items.empty()) return {};
  std::string out = items.front().text;
  for (std::size_t i = 1; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    if (last && !items[i].last_form.empty()) {
      out += " " + items[i].last_form;
      continue;
    }
    const char* key = !last ? "list.more" : items.size() == 2 ? "list.two" : "list.last";
    out = fill(labels.get(key, "{a}, {b}"), {{"a", out}, {"b", items[i].text}});
  }
  return out;
}

}  // namespace vigie::digest
