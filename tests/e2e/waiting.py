# SPDX-FileCopyrightText: The Second Heart authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waits for something to become true, and for no fixed time."""

import time


def wait_for(condition, seconds=20.0, every=0.1):
    """Returns the first true value of condition(), or its last one when time is up."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value or time.monotonic() > end:
            return value
        time.sleep(every)
