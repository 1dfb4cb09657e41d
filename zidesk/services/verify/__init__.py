"""Verification of any BagIt bag, folder or ZIP: `verify_bundle` finds every fault and changes nothing.
May import the domain and the standard library only; works without a workspace."""

from zidesk.services.verify.recognising import bundle_at
from zidesk.services.verify.result import Fault, FaultKind, Verification
from zidesk.services.verify.verifier import verify_bundle

__all__ = ["Fault", "FaultKind", "Verification", "bundle_at", "verify_bundle"]
