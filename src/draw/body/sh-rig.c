/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-rig.h"

#include <math.h>

/* Everything is thought in units of the landmark table (x back, y up, 10 plate units each) and in
 * its sections 5 and 8, whose rules are named R1…R12 and C1…C7. */
#define ANKLE_X 1.0 /* R1 */
#define ANKLE_Y 14.5
#define BALL_X -26.5 /* R3 */
#define BALL_Y 0.5

/* R2, a little wider than the joint so that nothing jumps at its ends. */
#define ANKLE_MIN_DEG -20.0
#define ANKLE_MAX_DEG 45.0
/* R7: the outline is clean up to here; higher heels are drawn as this one. */
#define LIFT_MAX_DEG 35.0

/* How much water in the tissue is drawn as the largest swelling: 9 % of a lower leg of 2.7 L. A leg
 * that stood still all day swells by 3 to 5 %, this model's by 8 % in an hour without one step
 * (calibrated). Blood that comes and goes with every step does not swell the drawn outline. */
#define SWELLING_MAX_ML 240.0

/* The ball of a free foot that points its toes keeps its place, on a pedal or in the air, up to
 * this angle; beyond it the toes go down instead, so that the leg stays in the picture. */
#define POINT_MAX_DEG 32.0

/* A swollen leg shows where a sock ended, this high and this wide, from this swelling on
 * (calibrated by eye). */
#define SOCK_Y 37.0
#define SOCK_WIDTH 1.8
#define SOCK_FROM 0.13

/* A foot this high over the ground is drawn as a free one. */
#define LIFT_FREE_M 0.03
/* A lifted foot is drawn lower than it is, so that the leg stays in the picture: half of LIFT_MAX
 * plate units at this height (calibrated). */
#define LIFT_HALF_M 0.06
#define LIFT_MAX 60.0

typedef struct
{
  double x;
  double y;
} Unit;

static Unit
to_unit (ShPoint p)
{
  return (Unit){ (p.x - 655) / 10, (1535 - p.y) / 10 };
}

static ShPoint
to_plate (Unit u)
{
  return (ShPoint){ 655 + 10 * u.x, 1535 - 10 * u.y };
}

static double
smooth (double t)
{
  t = CLAMP (t, 0, 1);
  return t * t * (3 - 2 * t);
}

/* Turned about @pivot with the toes (x < 0) going down. */
static Unit
turned (Unit p, Unit pivot, double sine, double cosine)
{
  double x = p.x - pivot.x, y = p.y - pivot.y;

  return (Unit){ pivot.x + cosine * x - sine * y, pivot.y + sine * x + cosine * y };
}

static gboolean
on_foot (ShActivity activity)
{
  return activity == SH_ACTIVITY_WALKING || activity == SH_ACTIVITY_HIKING ||
         activity == SH_ACTIVITY_STAIRS || activity == SH_ACTIVITY_RUNNING;
}

void
sh_body_pose_from_frame (const ShFrame *frame, ShBodyPose *pose)
{
  const ShLegPose *leg = &frame->pose.leg[0];
  double air = smooth (leg->lift_m / LIFT_FREE_M);

  pose->ankle_deg = leg->ankle_deg;
  pose->heel_lift_deg = leg->heel_lift_deg;
  pose->calf = leg->calf;
  pose->shin = leg->shin;
  pose->swelling = (frame->interstitial_ml - frame->muscle_water_ml) / SWELLING_MAX_ML;
  pose->lift = 0;
  pose->lies = frame->posture == SH_POSTURE_LYING || frame->posture == SH_POSTURE_LYING_LEG_UP;
  if (!on_foot (frame->activity))
    return;
  /* The picture keeps the shin upright, while a walking shin leans over the foot. So the foot on
   * the ground is drawn at its angle to the ground, and in the air at its angle to the shin. */
  pose->ankle_deg = leg->heel_lift_deg + air * (leg->ankle_deg - leg->heel_lift_deg);
  pose->lift = LIFT_MAX * leg->lift_m / (leg->lift_m + LIFT_HALF_M);
}

ShRig *
sh_rig_init (ShRig *rig, const ShBodyPose *pose)
{
  double foot, toes;

  rig->pose.ankle_deg = CLAMP (pose->ankle_deg, ANKLE_MIN_DEG, ANKLE_MAX_DEG);
  rig->pose.heel_lift_deg = CLAMP (pose->heel_lift_deg, 0, LIFT_MAX_DEG);
  rig->pose.calf = CLAMP (pose->calf, 0, 1);
  rig->pose.shin = CLAMP (pose->shin, 0, 1);
  rig->pose.swelling = CLAMP (pose->swelling, 0, 1);
  rig->pose.lift = CLAMP (pose->lift, 0, LIFT_MAX);
  rig->pose.lies = pose->lies;

  foot = rig->pose.ankle_deg * G_PI / 180;
  toes = -rig->pose.heel_lift_deg * G_PI / 180;
  rig->sine = sin (foot);
  rig->cosine = cos (foot);
  rig->toe_sine = sin (toes);
  rig->toe_cosine = cos (toes);
  return rig;
}

/* 0 at the front of the leg, 1 at its back. */
static double
back_side (Unit p)
{
  return smooth ((p.x + 4) / 8);
}

/* How far a place of the skin turns with the foot, R7; behind the ankle the bend is wider than
 * there, so that a high heel makes no fold above it. */
static double
foot_weight (Unit p)
{
  double back = smooth ((35 - p.y) / 23), front = smooth ((25.5 - p.y) / 11);
  double side = back_side (p);

  return front + (back - front) * side;
}

/* How far a place turns back with the toes when the heel rises, R7; on the upper side the fold is
 * wider, as R7 advises for steep feet. */
static double
toe_weight (Unit p)
{
  double upper = smooth ((p.y - 2) / 5);

  /* The thigh stands as far in front as the toes. */
  if (p.y > 20)
    return 0;
  return 1 - smooth ((p.x + 31 + 3 * upper) / (7 + 5 * upper));
}

static Unit
with_foot (const ShRig *rig, Unit p, double foot, double toes)
{
  const Unit ankle = { ANKLE_X, ANKLE_Y }, ball = { BALL_X, BALL_Y };

  if (toes >= 1)
    p = turned (p, ball, rig->toe_sine, rig->toe_cosine);
  else if (toes > 0)
    {
      double angle = -toes * rig->pose.heel_lift_deg * G_PI / 180;

      p = turned (p, ball, sin (angle), cos (angle));
    }
  if (foot >= 1)
    return turned (p, ankle, rig->sine, rig->cosine);
  if (foot > 0)
    {
      /* The angle is blended, not the place: the skin behind the ankle then keeps its distance
       * from the joint and does not fall in. */
      double angle = foot * rig->pose.ankle_deg * G_PI / 180;

      return turned (p, ankle, sin (angle), cos (angle));
    }
  return p;
}

/* The toes' bones turn about a point between the ball on the floor and the joint above it, so that
 * they neither leave the skin of the toes nor run into the metatarsal head. */
static Unit
map_toe_bone (const ShRig *rig, Unit p)
{
  const Unit ankle = { ANKLE_X, ANKLE_Y }, joint = { BALL_X - 0.3, BALL_Y + 1.7 };

  p = turned (p, joint, rig->toe_sine, rig->toe_cosine);
  return turned (p, ankle, rig->sine, rig->cosine);
}

/* A value between the entries of a table at even steps, with flat ends. */
static double
look_up (const double *table, int n, double position)
{
  int i = (int) floor (position);
  double t = position - i;
  double a, b, c, d;

  if (position <= 0 || position >= n - 1)
    return position <= 0 ? table[0] : table[n - 1];
  a = table[MAX (i - 1, 0)];
  b = table[i];
  c = table[i + 1];
  d = table[MIN (i + 2, n - 1)];
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/* C3: how far the skin behind the calf moves backward, from y 40 to 100 in steps of 7.5. */
static double
calf_bulge (double y)
{
  static const double table[] = { 0, -0.08, -0.2, 0.03, 0.48, 1.0, 1.1, 0.6, 0 };

  return look_up (table, G_N_ELEMENTS (table), (y - 40) / 7.5);
}

/* How far the skin of the most swollen leg stands off, in units, from the sole to above the knee in
 * steps of 12: most about the ankle, where water gathers first. 240 mL under the 0.15 m2 of skin
 * from the foot to the knee are 1.6 mm or 0.34 units; drawn are six times as much in the mean, as
 * the plate says. */
static double
swelling_depth (double y)
{
  static const double table[] = { 0, 1.6, 3.1, 3.1, 2.5, 1.95, 1.4, 0.7, 0, 0 };

  return look_up (table, G_N_ELEMENTS (table), y / 12);
}

/* The hem of a sock keeps its girth in a leg that swells around it. */
static double
sock_mark (double swelling, double y)
{
  double away = (y - SOCK_Y) / SOCK_WIDTH;

  return 1 - 0.7 * smooth ((swelling - SOCK_FROM) / 0.13) * exp (-away * away);
}

double
sh_rig_swelling_u (double swelling, double height_u)
{
  return swelling * swelling_depth (height_u) * sock_mark (swelling, height_u);
}

static Unit
swollen (const ShRig *rig, Unit p)
{
  double depth = sh_rig_swelling_u (rig->pose.swelling, p.y);
  double back = back_side (p);
  double instep = smooth ((24 - p.y) / 8) * (1 - back);
  double sole = smooth ((p.y - 3.5) / 5) * smooth ((p.x + 34) / 9);
  double upright = 1 - smooth ((20 - p.y) / 8);

  /* The back goes backward, the shin forward and less so, the instep up along its normal. */
  p.x += depth * back * smooth ((p.y - 6) / 10);
  p.x -=
      depth * (1 - back) * (SH_RIG_SWELLING_FRONT * upright * (1 - instep) + 0.45 * instep * sole);
  p.y += depth * instep * sole * 0.9;
  return p;
}

/* What R11 adds to the rise of the muscles' lower ends between 20 and 30 degrees. */
static double
high_heel (const ShRig *rig)
{
  return 2 * smooth ((rig->pose.heel_lift_deg - 20) / 10);
}

static Unit
map_skin (const ShRig *rig, Unit p)
{
  p.x += rig->pose.calf * calf_bulge (p.y) * smooth ((p.x - 4) / 5);
  if (rig->pose.swelling > 0)
    p = swollen (rig, p);
  return with_foot (rig, p, foot_weight (p), toe_weight (p));
}

/* The upper end of the Achilles tendon rises with the lower ends of the bellies, C1 and R11, and
 * the tendon in front of the ankle stands forward when the foot is raised, C7. */
static Unit
map_tendon (const ShRig *rig, Unit p)
{
  double foot = foot_weight (p), toes = toe_weight (p);
  double rise = 4.5 * rig->pose.calf + high_heel (rig) * rig->pose.calf;

  p.y += rise * smooth ((p.y - 31) / 16) * smooth ((p.x - 5) / 2);
  p.x -= 0.3 * rig->pose.shin * smooth ((p.y - 14) / 6) * smooth ((36 - p.y) / 8) *
         (1 - back_side (p));
  return with_foot (rig, p, foot, toes);
}

/* C5: a vein behind the calf is pushed back with the seam; one inside the bellies rises with
 * their lower halves. The trunk before x 4 stands still. */
static Unit
map_vein (const ShRig *rig, Unit p)
{
  double bell = smooth ((p.y - 50) / 27) * smooth ((100 - p.y) / 23);
  double rise = smooth ((p.y - 28) / 12) * smooth ((86 - p.y) / 26);
  double inside = smooth ((p.x - 5.6) / 3);
  double foot = foot_weight (p), toes = toe_weight (p);

  p.x += 0.7 * rig->pose.calf * bell * smooth ((p.x - 7) / 5);
  p.y += rig->pose.calf * (2 + high_heel (rig) / 2) * rise * inside;
  return with_foot (rig, p, foot, toes);
}

ShPoint
sh_rig_map (const ShRig *rig, ShPoint rest, ShRigPart part)
{
  Unit p = to_unit (rest);

  switch (part)
    {
    case SH_RIG_FOOT:
      return to_plate (with_foot (rig, p, 1, 0));
    case SH_RIG_TOES:
      return to_plate (map_toe_bone (rig, p));
    case SH_RIG_SKIN:
      return to_plate (map_skin (rig, p));
    case SH_RIG_TENDON:
      return to_plate (map_tendon (rig, p));
    case SH_RIG_VEIN:
      return to_plate (map_vein (rig, p));
    case SH_RIG_TISSUE:
      return to_plate (with_foot (rig, p, foot_weight (p), toe_weight (p)));
    case SH_RIG_SHANK:
    default:
      return rest;
    }
}

ShPoint
sh_rig_travel (const ShRig *rig)
{
  const Unit ankle = { ANKLE_X, ANKLE_Y }, ball = { BALL_X, BALL_Y };
  double free = CLAMP (rig->pose.ankle_deg, 0, POINT_MAX_DEG);
  double angle = MAX (rig->pose.heel_lift_deg, free) * G_PI / 180;
  Unit moved = turned (ankle, ball, sin (angle), cos (angle));

  if (rig->pose.lies)
    return (ShPoint){ 0, 0 };
  return (ShPoint){ 10 * (moved.x - ankle.x), -10 * (moved.y - ankle.y) - rig->pose.lift };
}
