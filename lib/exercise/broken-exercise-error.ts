/**
 * An exercise folder is not as an exercise has to be: its author's fault, not the learner's.
 *
 * The message names the exercise and the file, says what was expected and what was found. Exit code 3.
 */
export class BrokenExerciseError extends Error {
  override name = "BrokenExerciseError";
}
