/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-keys.h"

#include "sh-kiosk-config.h"

#define AT(field) G_STRUCT_OFFSET (ShKioskConfig, field)
#define TEXT SH_KIOSK_VALUE_TEXT
#define NUMBER SH_KIOSK_VALUE_NUMBER
#define SWITCH SH_KIOSK_VALUE_SWITCH
#define LIST SH_KIOSK_VALUE_LIST
#define SWITCH_ALLOWED "true or false"
/* The longest text that is shown, and the longest path, in letters. */
#define WORDS 200
#define AT_MOST " of at most 200 letters"
#define PATH 4095

/* The shipped file is in English, as all files of settings are. */
static const ShKioskKey keys[] = {
  { "The clinic", "clinic-name", TEXT, AT (clinic_name), 0, WORDS, "", "a text" AT_MOST,
    "Stands at the top of every page." },
  { NULL, "clinic-sentence", TEXT, AT (clinic_sentence), 0, WORDS, "", "a text" AT_MOST,
    "One sentence under the name." },
  { NULL, "clinic-logo", TEXT, AT (clinic_logo), 0, PATH, "", "the path of a picture",
    "PNG or SVG. When it cannot be shown, the name stands alone." },
  { NULL, "clinic-address", TEXT, AT (clinic_address), 0, WORDS, "",
    "a text, such as https://…," AT_MOST,
    "What the QR code says. The kiosk itself never opens it." },

  { "Languages and lessons", "languages", SH_KIOSK_VALUE_LANGUAGES, AT (languages), 0, 0, "en",
    "codes such as en, es, pt_BR",
    "The languages a visitor can choose. The kiosk goes back to the "
    "first one. A language without translation appears in English." },
  { NULL, "lessons", LIST, AT (lessons), 0, 0, "", "names or paths of lessons",
    "The lessons offered. Empty: all that came with the program." },

  { "The screen", "monitor", TEXT, AT (monitor), 0, WORDS, "all", "all, or a connector's name",
    "The connector of the screen that shows the kiosk, such as HDMI-A-1. With all, the first one "
    "shows it and any other is covered." },
  { NULL, "screen-height-mm", NUMBER, AT (screen_height_mm), 0, 3000, "0", NULL,
    "Height of the lit picture in millimetres; 0 takes what the screen says. Texts of the attract "
    "loop are made large enough for three metres by it." },
  { NULL, "screen-bottom-mm", NUMBER, AT (screen_bottom_mm), -1, 3000, "-1", NULL,
    "Height of the picture's lower edge above the floor in millimetres. When this and the height "
    "are known, everything one touches lies between 380 and 1220 mm above the floor. -1: not "
    "known." },
  { NULL, "text-percent", NUMBER, AT (text_percent), 60, 200, "100", NULL,
    "Size of all texts. Visitors can make them larger for themselves." },
  { NULL, "theme", SH_KIOSK_VALUE_THEME, AT (theme), 0, 0, "light", "light, dark or projector",
    "The colours. Visitors can ask for the strongest contrast (projector) for themselves." },
  { NULL, "pixel-shift", SWITCH, AT (pixel_shift), 0, 0, "true", SWITCH_ALLOWED,
    "Moves the whole picture by a few pixels every minute, against burn-in." },

  { "Going back to the start", "idle-seconds", NUMBER, AT (idle_s), 10, 3600, "60", NULL,
    "After so long without a touch the countdown begins." },
  { NULL, "countdown-seconds", NUMBER, AT (countdown_s), 5, 300, "20", NULL,
    "How long the countdown is; any touch stops it." },
  { NULL, "reading-pause", SWITCH, AT (reading_pause), 0, 0, "true", SWITCH_ALLOWED,
    "Whether someone who reads a long text, or has it read aloud, gets more time." },
  { NULL, "reading-seconds", NUMBER, AT (reading_s), 10, 1800, "180", NULL,
    "The longest that reading puts the countdown off." },
  { NULL, "scene-seconds", NUMBER, AT (scene_s), 5, 300, "15", NULL,
    "How long one scene of the attract loop stays." },

  { "Sound", "read-aloud", SWITCH, AT (read_aloud), 0, 0, "false", SWITCH_ALLOWED,
    "Offers to read the texts aloud, through speech-dispatcher where it is installed." },
  { NULL, "volume-percent", NUMBER, AT (volume_percent), 0, 100, "70", NULL,
    "How loud, to begin with." },

  { "Opening hours", "opening-hours", SH_KIOSK_VALUE_HOURS, AT (hours), 0, 0, "always",
    SH_KIOSK_HOURS_ALLOWED,
    "Outside of these the screen is dimmed and nothing moves. The days are "
    "Mon, Tue, Wed, Thu, Fri, Sat and Sun." },
  { NULL, "time-zone", SH_KIOSK_VALUE_ZONE, AT (time_zone), 0, 0, "",
    "a name such as Europe/Berlin", "Empty: the machine's own. Summer time needs no thought." },
  { NULL, "closed-brightness-percent", NUMBER, AT (closed_brightness_percent), 0, 100, "12", NULL,
    "How bright the screen stays outside of the opening hours." },
  { NULL, "nightly-restart", SH_KIOSK_VALUE_CLOCK, AT (restart_min), 0, 0, "none",
    "none, or a time such as 03:30",
    "When the program starts afresh, unless someone is using it." },

  { "Counts", "counts", SWITCH, AT (counts), 0, 0, "true", SWITCH_ALLOWED,
    "Counts touches, visits, finished lessons and chosen languages by the hour. Nothing is kept "
    "about a person." },
  { NULL, "counts-file", TEXT, AT (counts_file), 0, PATH, "", "a path",
    "A plain text. Empty: second-heart/kiosk-counts.txt in the user's state folder "
    "(~/.local/state)." },
  { NULL, "counts-days", NUMBER, AT (counts_days), 1, 3660, "400", NULL,
    "Older hours are forgotten." },

  { "Staff", "staff-pin", SH_KIOSK_VALUE_HASH, AT (staff_pin), 0, 0, "",
    "what \"second-heart kiosk-pin\" prints",
    "The PIN's hash. Without one nobody can leave the kiosk at the screen." },
  { NULL, "pin-attempts", NUMBER, AT (pin_attempts), 1, 20, "5", NULL,
    "After so many wrong PINs the pad is locked." },
  { NULL, "pin-lock-seconds", NUMBER, AT (pin_lock_s), 10, 86400, "300", NULL,
    "For how long it is locked." },

  { "Running for weeks", "log-file", TEXT, AT (log_file), 0, PATH, "", "a path",
    "Empty: the journal." },
  { NULL, "log-kib", NUMBER, AT (log_kib), 16, 102400, "1024", NULL,
    "The size at which the log file is begun anew; the one before is kept." },
  { NULL, "memory-limit-mib", NUMBER, AT (memory_limit_mib), 0, 65536, "1024", NULL,
    "Above this much memory the program starts afresh as soon as nobody uses it. 0: no limit." },
};

const ShKioskKey *
sh_kiosk_keys (gsize *n)
{
  *n = G_N_ELEMENTS (keys);
  return keys;
}
