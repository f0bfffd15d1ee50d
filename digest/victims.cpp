#include "digest/victims.h"

#include <algorithm>
#include <string_view>

#include "model/text.h"

namespace vigie::digest {
namespace {

bool is_ministry(const Party& party) { return party.kind.starts_with("ministry_"); }

bool is_bare_noun(std::string_view kind) {
  return kind == "ministry" || kind == "minister" || kind == "government" || kind == "spokesperson";
}

/// Of which a state has one: told in several languages, it is the same.
bool is_one_of_its_kind(std::string_view kind) {
  return kind == "parliament" || kind == "president" || kind == "prime_minister" || kind == "government" ||
         kind == "election" || kind == "military" || kind == "ministry" || kind == "police" || kind == "prosecutor";
}

/// "the ministry of Defence" of a state, and once more without one.
bool is_same_office(const Party& told, const Party& body) {
  if (told.kind != body.kind) return false;
  if (is_ministry(body)) return told.state == body.state || body.state.empty();
  if (is_one_of_its_kind(body.kind) && !body.state.empty()) return told.state == body.state;
  return told.state == body.state && fold(told.name) == fold(body.name);
}

bool adds_nothing(const Party& body, const std::vector<Party>& bodies, const std::vector<std::string>& accused_states,
                  const std::string& speaker_state) {
  const bool accused = std::find(accused_states.begin(), accused_states.end(), body.state) != accused_states.end();
  if (!body.state.empty() && body.state != speaker_state && accused) return true;
  if (body.name.empty() && body.kind.empty()) return true;
  return is_bare_noun(body.kind) && std::any_of(bodies.begin(), bodies.end(), [&](const Party& other) {
           return is_ministry(other) && (body.state.empty() || body.state == other.state);
         });
}

}  // namespace

std::vector<Party> told_victims(const std::vector<Party>& bodies, const std::vector<std::string>& accused_states,
                                const std::string& speaker_state) {
  std::vector<Party> out;
  // Bodies whose state is known first, so that a second mention without one is recognised.
  for (const bool with_state : {true, false}) {
    for (const Party& body : bodies) {
      if (body.state.empty() == with_state || adds_nothing(body, bodies, accused_states, speaker_state)) continue;
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const Party& told) { return is_same_office(told, body); });
      if (!known) out.push_back(body);
    }
  }
  return out;
}

}  // namespace vigie::digest
