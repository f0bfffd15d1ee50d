#pragma once

#include <string>
#include <vector>

#include "digest/message.h"

namespace vigie::digest {

/// One article of an alert in the reader's words, cleaned, not yet escaped.
struct AlertLine {
  std::string title;
  std::string language;
  std::string statements;
  std::string publisher;
  std::string url;  // safe, or empty
};
std::vector<AlertLine> alert_lines(const Alert& alert, const Labels& labels);

std::string alert_title(const Alert& alert, const Labels& labels);
std::string alert_text(const Alert& alert, const Labels& labels);

/// A UUID of the saved query and the articles told: the same at every try.
std::string alert_key(const Alert& alert);

}  // namespace vigie::digest
