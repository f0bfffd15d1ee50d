#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "digest/labels.h"
#include "model/digest.h"

namespace vigie::digest {

/// A piece of a statement line. Words of ours, or a name as the article wrote it (foreign), which a form isolates from
/// the direction of the text around it; either may be part of a speaker's name.
struct LinePart {
  std::string text;
  bool foreign = false;
  bool speaker = false;
};

/// The line of an entry in the reader's language: who, to whom, against whom, act, date; statements parted by "; ".
/// "Belgium, foreign minister: accuses China (APT27, …) of attacks on its ministries of Defence and of the Interior,
/// 18 July 2022; China, embassy in Belgium: denies". At most `most` statements, the rest counted.
std::vector<LinePart> statement_line(const DigestEntry& entry, const Labels& labels, std::string_view time_zone,
                                     std::size_t most = 4);

/// The line of one statement of the entry, without those before it.
std::vector<LinePart> statement_clause(const DigestEntry& entry, std::size_t index, const Labels& labels,
                                       std::string_view time_zone);

/// The parts joined; foreign names are cleaned and, where they hold right-to-left letters, set in Unicode isolates.
std::string plain(const std::vector<LinePart>& parts);

/// Who speaks, as the line says it: "Belgium, foreign minister".
std::string speaker_name(const Party& speaker, const Labels& labels);

/// The significance of an entry in the reader's words.
std::string significance_text(const DigestEntry& entry, const Labels& labels);

/// One change since the story was last told, in the reader's words.
std::string change_text(const DigestEntry& entry, const DigestChange& change, const Labels& labels,
                        std::string_view time_zone);

}  // namespace vigie::digest
