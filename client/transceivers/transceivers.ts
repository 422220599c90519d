/**
 * The media of one connection: a transceiver for each source, made once and `sendrecv` for good, so that a camera that
 * opens, closes or changes, and a screen that is shared, is a `replaceTrack` and no negotiation. Which is which is told by
 * mid (`sections.ts`). Used by `connection.ts`; knows nothing of paths and channels.
 */

import { attempt } from "../bounds/attempt.ts";
import { KIND_OF, NO_TRACKS, type Source, SOURCES, type Tracks } from "../media/source.ts";
import { readSections, type Sections, tellSections } from "./sections.ts";
import { PictureSender } from "./picture_sender.ts";
import { preferCodecs } from "./codecs.ts";
import { type Tended, tending } from "./tending.ts";

export type TransceiversOptions = {
  /** A track of the other end, on which it may start to send from that source. */
  readonly track: (source: Source, track: MediaStreamTrack) => void;
  readonly error: (error: unknown) => void;
};

export class Transceivers {
  readonly #pc: RTCPeerConnection;
  readonly #options: TransceiversOptions;
  /** The camera's and the screen's. */
  readonly #pictures: readonly [PictureSender, PictureSender];
  #tended: Tended | null = null;
  #linesNeeded: number | null = null;
  #sections: Sections = new Map();
  #tracks = NO_TRACKS;

  constructor(pc: RTCPeerConnection, options: TransceiversOptions) {
    this.#pc = pc;
    this.#options = options;
    const create = (source: Source) =>
      new PictureSender({ sender: () => this.#senderOf(source), error: options.error });
    this.#pictures = [create("camera"), create("screen")];
    pc.ontrack = ({ track, transceiver }) => {
      const source = this.#sourceOf(transceiver);
      if (source !== undefined) options.track(source, track);
    };
  }

  /** Makes one for each source, before an offer is made, to send these tracks once they have their sections. */
  add(tracks: Tracks): void {
    this.#tracks = tracks;
    for (const source of SOURCES) {
      preferCodecs(this.#pc.addTransceiver(KIND_OF[source], { direction: "sendrecv" }), KIND_OF[source]);
    }
  }

  /** Takes an offer of this end's that was applied, and says in it which section is which. */
  tell(offer: string): string {
    const told = tellSections(offer);
    this.read(told);
    return told;
  }

  /** Takes the other end's offer, before it is applied. */
  read(offer: string): void {
    this.#sections = readSections(offer);
  }

  /** Has the sections of an offer that was applied go both ways, which saves a negotiation later; what is unknown, neither. */
  open(): void {
    for (const transceiver of this.#pc.getTransceivers()) {
      const source = this.#sourceOf(transceiver);
      transceiver.direction = source === undefined ? "inactive" : "sendrecv";
      if (source !== undefined) preferCodecs(transceiver, KIND_OF[source]);
    }
  }

  get tracks(): Tracks {
    return this.#tracks;
  }

  /**
   * Sends these tracks, or nothing where there is none; as soon as there are transceivers to send them. One that cannot
   * be sent costs itself, not the others and not the call.
   */
  async setTracks(tracks: Tracks): Promise<void> {
    this.#tracks = tracks;
    await Promise.all(SOURCES.map(async (source) => {
      try {
        const sender = this.#senderOf(source);
        if (sender?.track !== tracks[source]) await sender?.replaceTrack(tracks[source]);
      } catch (error) {
        this.#options.error(error);
      }
    }));
  }

  /** Sends pictures that can be shown at once. */
  sendWholePictures(): void {
    for (const picture of this.#pictures) attempt("send a whole picture", () => picture.request());
  }

  /** The connection stands: what it sends is looked after from now on, where the code for that has come. */
  tend(): void {
    this.#tended ??= tending.tend?.({
      connection: this.#pc,
      pictures: this.#pictures,
      sender: (source) => this.#senderOf(source),
    }) ?? null;
    this.needPicture(this.#linesNeeded);
  }

  needPicture(lines: number | null): void {
    this.#linesNeeded = lines;
    this.#tended?.need(lines);
  }

  close(): void {
    this.#tended?.close();
    for (const picture of this.#pictures) picture.close();
    this.#pc.ontrack = null;
  }

  #sourceOf({ mid }: RTCRtpTransceiver): Source | undefined {
    return this.#sections.get(mid ?? "");
  }

  #senderOf(source: Source): RTCRtpSender | undefined {
    return this.#pc.getTransceivers().find((transceiver) => this.#sourceOf(transceiver) === source)?.sender;
  }
}
