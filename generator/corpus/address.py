"""What of a web address says which text it leads to: two that differ only in the rest lead to the same."""

from __future__ import annotations

# Parameters by which outlets and networks count where a reader came from.
_TRACKING = frozenset(
    [
        *("fbclid", "gclid", "dclid", "yclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid", "ito", "ref_src"),
        *("ns_mchannel", "ns_source", "ns_campaign", "traffic_source"),
    ]
)
_TRACKING_PREFIXES = ("utm_", "at_")


def address(url: str) -> str:
    """A web address without its scheme, `www.`, `m.`, trailing slash, fragment and tracking parameters.

    The host is in lower case and the parameters are sorted, as neither changes where an address leads.
    """
    place, _, query = url.partition("#")[0].partition("?")
    host, slash, path = place.partition("://")[2].partition("/")
    host = host.lower().removeprefix("www.").removeprefix("m.")
    place = (host + slash + path).rstrip("/")
    kept = sorted(part for part in query.split("&") if not _is_tracking(part)) if query else ()
    return f"{place}?{'&'.join(kept)}" if kept else place


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return not name or name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
