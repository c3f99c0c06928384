/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-figure-pose.h"

#include <math.h>

#define DEGREE (G_PI / 180)
#define HILL_SLOPE 0.115        /* a steady path, between 6 and 7 degrees */
#define CRANK_M 0.17            /* usual crank */
#define GRIP_BEND (38 * DEGREE) /* of a hand that holds the handlebar, at the wrist */
#define SADDLE_HIP_M 1.00       /* hip joint above the floor on a bicycle */
#define HEEL_BACK_M 0.055       /* sole's rear end behind the ankle */
#define TOE_BEYOND_M 0.065      /* toe tip beyond the ball */

/* A step along a direction: 0 is straight down, pi/2 forward. */
static ShPoint
along (ShPoint from, double direction, double length)
{
  return (ShPoint){ from.x + length * sin (direction), from.y - length * cos (direction) };
}

/* Turns an offset given for an upright body (x forward, y up) by the body's lean. */
static ShPoint
turned (ShPoint from, ShPoint offset, double lean)
{
  return (ShPoint){ from.x + offset.x * cos (lean) + offset.y * sin (lean),
                    from.y - offset.x * sin (lean) + offset.y * cos (lean) };
}

static gboolean
is_flat (const ShFrame *frame)
{
  return fabs (frame->pose.trunk_deg) > 60;
}

/* The body's forward lean in radians. The model counts lying on the back as +90 and face down as
 * -90; a small lean of someone upright is always forward. */
static double
lean_of (const ShFrame *frame)
{
  double trunk = frame->pose.trunk_deg;

  return is_flat (frame) ? -trunk * DEGREE : fabs (trunk) * DEGREE;
}

/* Joint angles of gait are counted from the vertical while upright, from the trunk while lying. */
static void
hang_leg (const ShFigureBody *body,
          const ShFrame *frame,
          const ShLegPose *angles,
          ShPoint hip,
          ShFigureLeg *leg)
{
  double straight = is_flat (frame) ? -lean_of (frame) : 0;

  leg->hip = hip;
  leg->thigh = straight + angles->hip_deg * DEGREE;
  leg->shank = leg->thigh - angles->knee_deg * DEGREE;
  leg->foot = leg->shank + G_PI / 2 - angles->ankle_deg * DEGREE;
  leg->toes = leg->foot + angles->heel_lift_deg * DEGREE;
  leg->knee = along (hip, leg->thigh, body->thigh);
  leg->ankle = along (leg->knee, leg->shank, body->shank);
  leg->ball = turned (leg->ankle, body->ankle_to_ball, G_PI / 2 - leg->foot);
}

/* The knee of a leg whose ends are given: it bends forward. */
static void
bend_leg (const ShFigureBody *body, ShFigureLeg *leg)
{
  double dx = leg->ankle.x - leg->hip.x, dy = leg->ankle.y - leg->hip.y;
  double d = CLAMP (hypot (dx, dy), 0.1, 0.999 * (body->thigh + body->shank));
  double line = atan2 (dx, -dy);
  double bend = acos (CLAMP ((body->thigh * body->thigh + d * d - body->shank * body->shank) /
                                 (2 * body->thigh * d),
                             -1.0, 1.0));

  leg->thigh = line + bend;
  leg->knee = along (leg->hip, leg->thigh, body->thigh);
  leg->shank = atan2 (leg->ankle.x - leg->knee.x, leg->knee.y - leg->ankle.y);
}

/* The lowest point of a foot over ground that rises forward by @slope. */
static double
clearance (const ShFigureBody *body, const ShFigureLeg *leg, double slope)
{
  double lean = G_PI / 2 - leg->foot;
  ShPoint heel = turned (leg->ankle, (ShPoint){ -HEEL_BACK_M, -body->ankle_height }, lean);
  ShPoint ball = turned (leg->ball, (ShPoint){ 0, body->ankle_to_ball.y < 0 ? -0.020 : 0 }, lean);
  ShPoint toe = along (leg->ball, leg->toes, TOE_BEYOND_M);
  double least = heel.y - slope * heel.x;

  toe.y -= 0.016;
  least = MIN (least, ball.y - slope * ball.x);
  return MIN (least, toe.y - slope * toe.x);
}

static void
move_leg (ShFigureLeg *leg, double dx, double dy)
{
  ShPoint *points[] = { &leg->hip, &leg->knee, &leg->ankle, &leg->ball };

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      points[i]->x += dx;
      points[i]->y += dy;
    }
}

static double
smooth (double low, double high, double x)
{
  double t = CLAMP ((x - low) / (high - low), 0.0, 1.0);

  return t * t * (3 - 2 * t);
}

/* How much of the weight the near leg carries on stairs: half a cycle each, with soft changes. */
static double
near_weight (double phase)
{
  return smooth (-0.06, 0.06, phase) - smooth (0.44, 0.56, phase) + smooth (0.94, 1.06, phase);
}

/* The step under a foot sinks by two rises in a cycle while the body climbs; late in its swing the
 * foot already belongs to the next one. */
static double
step_height (double phase)
{
  return SH_STEP_BASE_M - 2 * SH_STEP_RISE_M * (phase > 0.75 ? phase - 1 : phase);
}

/* Stands the person on the ground: the lower foot touches it, or both fly. */
static void
stand (const ShFigureBody *body, const ShFrame *frame, ShFigurePose *pose)
{
  const ShLegPose *legs = frame->pose.leg;
  double low0, low1, rise;

  pose->slope = frame->activity == SH_ACTIVITY_HIKING ? HILL_SLOPE : 0;
  low0 = clearance (body, &pose->leg[0], pose->slope);
  low1 = clearance (body, &pose->leg[1], pose->slope);
  if (frame->activity == SH_ACTIVITY_STAIRS && frame->moving)
    {
      double weight = near_weight (frame->phase);
      double step0 = step_height (frame->phase);
      double step1 = step_height (frame->phase + (frame->phase < 0.5 ? 0.5 : -0.5));

      rise = weight * (step0 - low0) + (1 - weight) * (step1 - low1);
    }
  else
    rise = MIN (legs[0].lift_m, legs[1].lift_m) - MIN (low0, low1);
  move_leg (&pose->leg[0], 0, rise);
  move_leg (&pose->leg[1], 0, rise);
}

static void
ride (const ShFigureBody *body, const ShFrame *frame, ShFigurePose *pose)
{
  pose->crank = (ShPoint){ 0.20, 0.29 };
  for (int i = 0; i < 2; i++)
    {
      ShFigureLeg *leg = &pose->leg[i];
      double turn = 2 * G_PI * (frame->phase + 0.5 * i);
      double lean = G_PI / 2 - leg->foot;
      ShPoint back = { -body->ankle_to_ball.x, -body->ankle_to_ball.y };

      move_leg (leg, -leg->hip.x, SADDLE_HIP_M - leg->hip.y);
      /* Phase 0 is the top of the circle; forward comes first. */
      leg->ball.x = pose->crank.x + CRANK_M * sin (turn);
      leg->ball.y = pose->crank.y + CRANK_M * cos (turn) + 0.035;
      leg->ankle = turned (leg->ball, back, lean);
      bend_leg (body, leg);
      leg->toes = leg->foot;
    }
}

/* Seated, the hips stay; a foot that rises on its ball pushes the knee up. */
static void
sit (const ShFigureBody *body, const ShFrame *frame, ShFigurePose *pose)
{
  double hip_y = body->ankle_height + body->shank + 0.05;

  for (int i = 0; i < 2; i++)
    {
      ShFigureLeg *leg = &pose->leg[i];
      double lift = frame->pose.leg[i].heel_lift_deg * DEGREE;
      ShPoint back = { -body->ankle_to_ball.x, -body->ankle_to_ball.y };

      move_leg (leg, 0, hip_y - leg->hip.y);
      leg->ankle = (ShPoint){ body->thigh - 0.02, body->ankle_height };
      if (lift > 0)
        {
          leg->ball = turned (leg->ankle, body->ankle_to_ball, 0);
          leg->ankle = turned (leg->ball, back, lift);
          leg->foot = G_PI / 2 - lift;
          leg->toes = G_PI / 2;
        }
      bend_leg (body, leg);
      if (lift > 0)
        continue;
      leg->foot = G_PI / 2 - frame->pose.leg[i].ankle_deg * DEGREE;
      leg->toes = leg->foot;
      leg->ball = turned (leg->ankle, body->ankle_to_ball, G_PI / 2 - leg->foot);
    }
}

static void
lie (const ShFrame *frame, ShFigurePose *pose)
{
  gboolean water = frame->activity == SH_ACTIVITY_SWIMMING;
  double hip_y = water ? SH_WATER_M - 0.07 : SH_COUCH_M + 0.125;

  for (int i = 0; i < 2; i++)
    /* With both arms ahead, the middle of someone who swims is farther forward. */
    move_leg (&pose->leg[i], water ? -0.10 : 0, hip_y - pose->leg[i].hip.y);
}

static void
hang_arm (const ShFigureBody *body, ShPoint shoulder, double upper, double bend, ShFigureArm *arm)
{
  arm->shoulder = shoulder;
  arm->upper = upper;
  arm->fore = upper + bend;
  arm->hand = arm->fore;
  arm->elbow = along (shoulder, upper, body->upper_arm);
  arm->wrist = along (arm->elbow, arm->fore, body->forearm);
}

static gboolean
walks (const ShFrame *frame)
{
  return frame->moving &&
         (frame->activity == SH_ACTIVITY_WALKING || frame->activity == SH_ACTIVITY_HIKING ||
          frame->activity == SH_ACTIVITY_STAIRS || frame->activity == SH_ACTIVITY_RUNNING);
}

/* Direction of the upper arm and bend of the elbow. Arms swing against the leg of their side,
 * further and more bent the faster one goes. */
static void
arm_angles (const ShFrame *frame, double other_thigh, double *upper, double *bend)
{
  gboolean run = frame->activity == SH_ACTIVITY_RUNNING;
  double swing = other_thigh - (run ? 0.25 : 0.15);

  *upper = 4 * DEGREE;
  *bend = 12 * DEGREE;
  if (walks (frame))
    {
      *upper = (run ? 0.9 : 0.75) * swing;
      *bend = (run ? 85 : 14) * DEGREE + 0.3 * MAX (swing, 0);
    }
  else if (frame->activity == SH_ACTIVITY_CYCLING)
    {
      *upper = 38 * DEGREE;
      *bend = 22 * DEGREE;
    }
  else if (frame->activity == SH_ACTIVITY_SWIMMING)
    {
      /* Both hands hold a board in front: only the kick is shown. */
      *upper = 84 * DEGREE;
      *bend = 22 * DEGREE;
    }
  else if (is_flat (frame))
    {
      *upper = -lean_of (frame) - 4 * DEGREE;
      *bend = 6 * DEGREE;
    }
  else if (frame->posture == SH_POSTURE_SITTING)
    {
      /* The hands rest on the thighs. */
      *upper = 8 * DEGREE;
      *bend = 52 * DEGREE;
    }
}

static void
set_arms (const ShFigureBody *body, const ShFrame *frame, ShPoint shoulder, ShFigurePose *pose)
{
  for (int i = 0; i < 2; i++)
    {
      double upper, bend;

      arm_angles (frame, pose->leg[1 - i].thigh, &upper, &bend);
      hang_arm (body, shoulder, upper, bend, &pose->arm[i]);
      if (frame->activity == SH_ACTIVITY_CYCLING)
        pose->arm[i].hand -= GRIP_BEND;
      else if (frame->posture == SH_POSTURE_SITTING)
        pose->arm[i].hand = pose->leg[i].thigh;
    }
}

void
sh_figure_pose (const ShFigureBody *body, const ShFrame *frame, ShFigurePose *pose)
{
  double lean = lean_of (frame);
  ShPoint hip, shoulder;

  *pose = (ShFigurePose){ 0 };
  for (int i = 0; i < 2; i++)
    hang_leg (body, frame, &frame->pose.leg[i], (ShPoint){ 0, 0.93 }, &pose->leg[i]);
  if (frame->activity == SH_ACTIVITY_CYCLING)
    ride (body, frame, pose);
  else if (is_flat (frame))
    lie (frame, pose);
  else if (frame->posture == SH_POSTURE_SITTING)
    sit (body, frame, pose);
  else
    stand (body, frame, pose);
  hip = pose->leg[0].hip;
  shoulder = turned (hip, body->shoulder, lean);
  pose->trunk = -lean;
  pose->head = is_flat (frame) ? -lean : -0.5 * lean;
  pose->neck = turned (hip, body->neck, lean);
  pose->heart = turned (hip, body->heart, lean);
  set_arms (body, frame, shoulder, pose);
}
