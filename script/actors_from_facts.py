#!/usr/bin/env python3
"""actors_from_facts.py FACTS.json > config/actors.toml: writes the table of actors from a collection of catalogues.

The collection holds per actor: canonical, aliases, state_by_source, cfr_type, sources, ambiguous_words. The kind of an
actor (state, crime, hacktivism) is what its catalogues say or what the naming schemes mean: CrowdStrike's SPIDER and
Secureworks' GOLD are criminals, JACKAL hacktivists; PANDA, BEAR, KITTEN, CHOLLIMA, Typhoon, Blizzard, Sandstorm, Sleet,
BRONZE, IRON, COBALT, NICKEL … states. Where nothing is known the kind stays empty. Hand-kept additions (names in other
scripts, corrected kinds) belong into config/actor_names.toml, which this script never touches.
"""
import json
import re
import sys

STATE_NAMES = re.compile(
    r"\b(PANDA|BEAR|KITTEN|CHOLLIMA|BUFFALO|TIGER|LEOPARD|CRANE|OCELOT|SAIGA|WOLF|HAWK)$|"
    r"\b(Typhoon|Blizzard|Sandstorm|Sleet|Hail|Cyclone|Dust|Rain|Flood|Taurus|Ursa|Serpens|Pisces|Manticore|Lotus)$|"
    r"^(BRONZE|COBALT|NICKEL|IRON|TIN|ALUMINUM|ZINC) [A-Z]|^APT ?-?C?-?\d+$|^Earth |^Red |^Yellow |^Blue |^Black Artemis",
    re.I)
CRIME_NAMES = re.compile(r"\bSPIDER$|^GOLD [A-Z]|^FIN\d+$|\b(Tempest|Libra|Scorpius)$|^White |ransom|carding|fraud", re.I)
HACKTIVIST_NAMES = re.compile(r"\bJACKAL$|anonymous|hacktiv|cyber army|cyber team|electronic army|\bTim$|CyberCaliphate", re.I)
# Catalogues file groups of these states under their country when they mean the sponsor; elsewhere often just the home.
SPONSOR_COUNTRIES = {"CN", "KP", "IR", "VN", "BY"}


def flat(value):
    return value if isinstance(value, list) else [value] if value else []


def kind_of(actor):
    names = [actor["canonical"], *actor["aliases"]]
    types = " ".join(flat(actor["cfr_type"]))
    sponsor = actor["state_by_source"].get("cfr_sponsor")
    if re.search("Denial of service|Defacement", types) and not sponsor:
        return "hacktivism"
    if re.search("Financial|Business Email|Extortion", types) and "Espionage" not in types:
        return "crime"
    crime = sum(bool(CRIME_NAMES.search(n)) for n in names)
    state = sum(bool(STATE_NAMES.search(n)) for n in names)
    if crime > state:
        return "crime"
    if any(HACKTIVIST_NAMES.search(n) for n in names) and not sponsor:
        return "hacktivism"
    if sponsor or re.search("Espionage|Sabotage", types) or state:
        return "state"
    return "state" if SPONSOR_COUNTRIES & set(actor["state_all"]) else ""


def clean(name):
    name = re.sub(r"^Subgroup: ", "", name.strip().strip(","))
    return re.sub(r'[|"\\,#]', " ", name).strip()


def row(actor):
    sponsors = {}
    for source, states in actor["state_by_source"].items():
        for state in flat(states):
            sponsors.setdefault(state, []).append(source.split("_")[0])
    told = "; ".join(f"{state} ({', '.join(sources)})" for state, sources in sponsors.items())
    canonical = clean(actor["canonical"])
    seen, aliases = {canonical.lower()}, []
    for alias in map(clean, actor["aliases"]):
        if alias and alias.lower() not in seen and not re.fullmatch(r"G\d{4}", alias):
            seen.add(alias.lower())
            aliases.append(alias)
    ordinary = sorted({clean(word) for word in actor["ambiguous_words"]})
    return f'"{canonical}" = "{kind_of(actor)} | {told} | {", ".join(aliases)} | {", ".join(ordinary)}"'


def main():
    facts = json.load(open(sys.argv[1], encoding="utf8"))
    print("# Threat actors: \"name\" = \"kind | sponsor claims and who makes them | aliases | names that are ordinary words\".")
    print("# Written by script/actors_from_facts.py; add by hand in actor_names.toml. Catalogues disagree: a sponsor is a claim.")
    for source, state in facts["sources"].items():
        print(f"#   {source}: {state}")
    print("\n[actors]")
    rows = {}
    for actor in facts["actors"]:
        rows.setdefault(clean(actor["canonical"]), row(actor))
    for name in sorted(rows, key=str.lower):
        print(rows[name])


main()
