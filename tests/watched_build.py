"""Runs the command line under a hook that refuses what a build may not do, or kills the process at the nth write.

Usage: watched_build.py MOMENT VERB [ITS WORDS]. With moment 0 nothing is killed, and the last two words of the output
tell how many writes there were, and which of them came right after the swap.
"""

import os
import signal
import sys

from generator.__main__ import main

# Whatever opens a socket or asks for a host's address comes to one of the first five.
REFUSED = {
    *("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"),
    *("subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"),
}
TOUCHES = {"os.mkdir", "os.rename", "os.rmdir", "os.remove", "shutil.rmtree", "ctypes.dlsym", "ctypes.get_errno"}
WRITES = os.O_WRONLY | os.O_RDWR


def run(moment: int, *words: str) -> None:
    """Run a verb of the command line with its words, and end as it ends."""
    touched = swapped = 0
    refused = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal touched, swapped
        if event in REFUSED:
            refused.append(event)
            raise PermissionError(f"a build may not do this: {event}")
        if event in TOUCHES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES):
            touched += 1
            swapped = touched if event == "ctypes.get_errno" else swapped
            if touched == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    code = main(list(words))
    print(touched, swapped)
    # Whoever asked may have made nothing of the refusal.
    sys.exit(f"a build may not do this: {refused[0]}" if refused else code)


if __name__ == "__main__":
    run(int(sys.argv[1]), *sys.argv[2:])
