/**
 * Microphones that can be plugged in and pulled out while a browser uses them: a sound server of the test's own in a
 * folder of its own, with a tone for each microphone. Browsers that are given `env` find these and no others.
 */

const PULSE = "pulseaudio";
export const PULSE_PROGRAMS = { pulseaudio: "pulseaudio", pactl: "pulseaudio-utils" };
/** How often `pactl` is asked until the server answers. */
const TRIES_MAX = 100;

export class PulseAudio implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #folder: string;
  /** Modules by the names of their sources. */
  readonly #modules = new Map<string, string>();

  private constructor(process: Deno.ChildProcess, folder: string) {
    this.#process = process;
    this.#folder = folder;
  }

  static async start(): Promise<PulseAudio> {
    const folder = await Deno.makeTempDir({ prefix: "pulse-" });
    const process = new Deno.Command(PULSE, {
      args: [
        ...["--daemonize=no", "-n", "--exit-idle-time=-1", "--use-pid-file=no", "--disallow-exit=true"],
        ...["--load=module-native-protocol-unix auth-anonymous=1", "--load=module-null-sink sink_name=speaker"],
      ],
      env: environment(folder),
      stdout: "null",
      stderr: "null",
    }).spawn();
    const pulse = new PulseAudio(process, folder);
    try {
      await pulse.#untilItAnswers();
      return pulse;
    } catch (error) {
      await pulse[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** What a browser needs in its surroundings to find this server. */
  get env(): Record<string, string> {
    return environment(this.#folder);
  }

  /** Plugs a microphone in that hears a tone, and makes it the one that is used where none is chosen. */
  async plug(name: string, { hertz }: { hertz: number }): Promise<void> {
    const sink = `sink_name=${name}_sink`;
    const [silent, tone] = [
      await this.#ask("load-module", "module-null-sink", sink),
      await this.#ask("load-module", "module-sine", `sink=${name}_sink`, `frequency=${hertz}`),
    ];
    // Browsers leave monitors out: what they are to find must be a source of its own.
    const source = await this.#ask(
      ...["load-module", "module-remap-source", `master=${name}_sink.monitor`, `source_name=${name}`],
      `source_properties=device.description=${name}`,
    );
    this.#modules.set(name, [source, tone, silent].join(" "));
    await this.#ask("set-default-source", name);
    await this.#ask("set-default-sink", "speaker");
  }

  /** Pulls a microphone out. */
  async unplug(name: string): Promise<void> {
    for (const module of this.#modules.get(name)?.split(" ") ?? []) await this.#ask("unload-module", module);
    this.#modules.delete(name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#process.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It has ended by itself.
    }
    await this.#process.status;
    await Deno.remove(this.#folder, { recursive: true });
  }

  async #untilItAnswers(): Promise<void> {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const { success } = await this.#run("info");
      if (success) return;
      await new Promise((resolve) => setTimeout(resolve, 50)); // It tells nobody when it is there.
    }
    throw new Error("The sound server does not answer");
  }

  async #ask(...args: string[]): Promise<string> {
    const { success, stdout, stderr } = await this.#run(...args);
    if (!success) throw new Error(`Cannot ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
    return new TextDecoder().decode(stdout).trim();
  }

  #run(...args: string[]): Promise<Deno.CommandOutput> {
    return new Deno.Command("pactl", { args, env: this.env }).output();
  }
}

function environment(folder: string): Record<string, string> {
  return { XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${folder}/pulse/native`, HOME: folder };
}
