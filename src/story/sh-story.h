/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/** The front door of the story floor: words about a frame. */

#include "sh-caption.h"
#include "sh-cautions.h"
#include "sh-facts.h"
#include "sh-feelings.h"
#include "sh-handout-text.h"
#include "sh-lesson-feedback.h"
#include "sh-lesson-player.h"
#include "sh-names.h"
#include "sh-numbers.h"
#include "sh-offer.h"
#include "sh-pattern.h"
#include "sh-situation.h"
#include "sh-test-words.h"
