/** What a feature shows on the screen of a call; the stage says where each part stands, and a feature has those it needs. */

import type { ComponentType } from "preact";
import type { CallView } from "../conversation/call_views.ts";
import type { Actions, BeforeCall } from "./state.ts";

/** What a part is drawn with: the call, and the screens of all features that have something to show in it. */
export type FeaturePartProps = {
  readonly call: CallView;
  readonly actions: Actions;
  readonly screens: readonly FeatureScreen[];
};
export type FeaturePart = ComponentType<FeaturePartProps>;

/** What a single key does. */
export type Shortcut = {
  /** A small letter, or `?`. */
  readonly key: string;
  readonly say: (call: CallView) => string;
  readonly press: (call: CallView, actions: Actions, screens: readonly FeatureScreen[]) => void;
};

export type FeatureScreen = {
  readonly name: string;
  /** Shown also where the other end lacks the feature, and says so there. */
  readonly isAlwaysShown?: true;
  /** Beside the name of the other end. */
  readonly Mark?: FeaturePart;
  /** Among what is said over the pictures. */
  readonly Notice?: FeaturePart;
  /** Above that, and also while the call reconnects. */
  readonly Aside?: FeaturePart;
  /** Over or beside the pictures, and beside the controls. */
  readonly Layer?: FeaturePart;
  /** On the own picture, while that is a tile. */
  readonly Tile?: FeaturePart;
  /** Over the other end's screen, zoomed and moved with it. */
  readonly OverScreen?: FeaturePart;
  /** Over the picture in the small window above all others. */
  readonly Small?: FeaturePart;
  /** In the bar of controls, and among what that has no room for. */
  readonly Control?: FeaturePart;
  readonly Menu?: FeaturePart;
  /** Among what can be done after a call. */
  readonly After?: FeaturePart;
  /** On the first screen, beside what places a call. */
  readonly BeforeCall?: BeforeCall;
  /** Beside every screen, whether or not there is a call. */
  readonly Beside?: ComponentType<{ readonly actions: Actions }>;
  readonly shortcuts?: readonly Shortcut[];
  /** Whether the person has it open in this call, so that nothing fades. */
  readonly isOpenIn?: (call: CallView) => boolean;
};

/** Where a part of a feature may stand. */
export type FeaturePlace = "Mark" | "Aside" | "Notice" | "Layer" | "Tile" | "Control" | "Menu" | "After";
