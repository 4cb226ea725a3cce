#!/usr/bin/env python3
"""schema.py PROGRAM SCENARIO... - `negosim fields --json` beside the reference and beside scenarios

The schema must have every setting that `negosim fields` prints, in the order of its groups, every scenario
must fit it, and scenarios with a slip must not.  Of JSON Schema only what negosim's own uses is understood.
"""
import copy, json, os, re, subprocess, sys

TOKEN = re.compile(r'\s*((?:#|//)[^\n]*|"(?:\\.|[^"\\])*"|[A-Za-z][\w*-]*|[-+]?[0-9.][\w.+-]*|[{}()\[\]=:;,])')


def tokens(text):
    at, found = 0, []
    while match := TOKEN.match(text, at):
        at = match.end()
        if match[1][0] not in "#/":
            found.append(match[1])
    assert not text[at:].strip(), text[at : at + 80]
    return found[::-1]


def value(rest):
    token = rest.pop()
    if token == "{":
        return group(rest, "}")
    if token in "([":
        items = []
        while rest[-1] not in ")]":
            items.append(value(rest))
            if rest[-1] == ",":
                rest.pop()
        rest.pop()
        return items
    if token[0] == '"':
        text = token[1:-1]
        while rest and rest[-1][0] == '"':  # texts side by side are one
            text += rest.pop()[1:-1]
        return text
    return {"true": True, "false": False}[token] if token in ("true", "false") else float(token)


def group(rest, end):
    made = {}
    while rest and rest[-1] != end:
        name = rest.pop()
        assert rest.pop() in "=:", name
        made[name] = value(rest)
        while rest and rest[-1] in ";,":
            rest.pop()
    if end:
        rest.pop()
    return made


def read(path):
    folder = os.path.dirname(path)
    include = lambda m: text_of(os.path.join(folder, m[1]))
    text_of = lambda p: re.sub(r'^\s*@include\s+"([^"]*)"', include, open(p, encoding="utf-8").read(), flags=re.M)
    return group(tokens(text_of(path)), "")


def misfit(schema, thing, where=""):
    """What does not fit, or None."""
    if "$ref" in schema:
        return misfit(whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], thing, where)
    if "anyOf" in schema:
        found = [misfit(one, thing, where) for one in schema["anyOf"]]
        return None if None in found else found[0]
    if "enum" in schema:
        return None if thing in schema["enum"] else f"{where}: {thing} is no choice"
    is_a = {"object": dict, "array": list, "string": str, "boolean": bool, "number": float, "integer": float}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(thing, is_a[one]) for one in types):
        return f"{where}: {thing} is no {types}"
    if isinstance(thing, float) and not schema.get("minimum", thing) <= thing <= schema.get("maximum", thing):
        return f"{where}: {thing} is out of range"
    if isinstance(thing, str) and not re.search(schema.get("pattern", ""), thing):
        return f"{where}: {thing} is no name"
    if isinstance(thing, list) and "items" in schema:
        return next(filter(None, (misfit(schema["items"], one, f"{where}[{i}]") for i, one in enumerate(thing))), None)
    if isinstance(thing, dict):
        for name in schema.get("required", []):
            if name not in thing:
                return f"{where}: no {name}"
        for name, one in thing.items():
            inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", True))
            if inner is False:
                return f"{where}: {name} is unknown"
            if inner is not True and (found := misfit(inner, one, f"{where}.{name}")):
                return found
    return None


program, scenarios = sys.argv[1], sys.argv[2:]
whole = json.loads(subprocess.check_output([program, "fields", "--json"]))
reference = subprocess.check_output([program, "fields"], text=True).split("\n## ")[1:-1]  # the last are limits
groups = [whole] + list(whole["$defs"].values())
assert len(groups) == len(reference) > 20, "not every group"
settings = 0
for has, printed in zip(groups, reference):
    for name in re.findall(r"^- `(\w+)` =", printed, flags=re.M):
        settings += 1
        there = isinstance(has["additionalProperties"], dict) if name.isupper() else name in has["properties"]
        assert there, f"{printed.splitlines()[0]}: {name} is not in the schema"
    assert has["required"] == [
        name for name in re.findall(r"^- `(\w+)` =(?:(?!:\s)[\s\S])*?\(needed\):", printed, flags=re.M) if not name.isupper()
    ], f"{printed.splitlines()[0]}: other settings are needed"

for path in scenarios:
    found = misfit(whole, read(path))
    assert not found, f"{path}{found}"

slips = [
    lambda s: s.pop("issues"),
    lambda s: s.update(partys=[]),
    lambda s: s["parties"][0].update(no_deel=0.1),
    lambda s: s["parties"][0].update(discount=1.5),
    lambda s: s["parties"][0].update(bargains="yes"),
    lambda s: s["parties"][0]["values"].update(pay={"kind": "liner"}),
    lambda s: s["issues"][0].update(name="two words"),
    lambda s: s.update(run={"draws": 0.0}),
]
for i, slip in enumerate(slips):
    s = copy.deepcopy(read(scenarios[0]))
    slip(s)
    assert misfit(whole, s), f"slip {i} fits the schema"
print(f"{settings} settings in {len(groups)} groups; {len(scenarios)} scenarios fit, {len(slips)} slips do not")
