/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * Tells the service manager @state, such as "READY=1" or "WATCHDOG=1", as sd_notify(3) describes:
 * one datagram to the socket named in NOTIFY_SOCKET. Without one nothing happens. The protocol is
 * stable and three lines long, so no library of systemd is needed on machines that have none.
 *
 * Returns: whether somebody was told.
 */
gboolean sh_kiosk_notify (const char *state);
