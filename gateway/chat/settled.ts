// Whether the built-in rules have read a message for sure, so that no model need be asked. Pure. Called by interpret.ts.
import type { Command } from "../../domain/command.ts";
import type { Context, Interpretation } from "./interpretation.ts";
import { aboutApp } from "./rules/app.ts";
import { choose } from "./rules/choose.ts";
import { directory } from "./rules/directory/directory.ts";
import { help, smallTalkRule } from "./rules/talk.ts";
import { sceneOf } from "./scene.ts";
import { sentenceOf } from "./sentence.ts";

/**
 * Sure are: the answer to an open question, help and small talk, orders and questions about tasks that exist, lists that found
 * something, and new tasks said in a plain line. Not sure: what was not understood, offers to add it as a task instead, and
 * sentences that were taken for a title because nothing else fitted.
 */
export const isSettled = (message: string, read: Interpretation, context: Context): boolean => {
  const { commands, ask, answer } = read;
  if (read.timeZone !== undefined) return true;
  if (commands.length > 0 && !commands.every(isCreate)) return true;
  if (commands.length > 0) return isPlainLine(message) || answersQuestion(message, context);
  if (ask)
    return ask.choices.some(({ commands: offered }) => offered.some((one) => !isCreate(one)));
  if (answer && answer.kind !== "talk")
    return answer.kind === "help" || (answer.taskIds ?? []).length > 0;
  const said = sentenceOf(message);
  const scene = sceneOf(context);
  // Projects, tags and settings are the rules' own: a model has no tool for them.
  if (aboutApp(said, scene) ?? directory(said, scene)) return true;
  const isTalk = Boolean(help(said, scene) ?? smallTalkRule(said, scene));
  return (isTalk && !modelAsked(context)) || answersQuestion(message, context);
};

/** "yes" after a question of the model's own is not small talk. */
const modelAsked = ({ conversation }: Context): boolean => {
  const last = conversation.recent.at(-1);
  return last?.interpreter === "model" && last.changes.length === 0 && last.text.endsWith("?");
};

const isCreate = (command: Command): boolean => command.type === "task.create";

/** What answers an open question is never the model's to read: it was asked about an exact plan. */
const answersQuestion = (message: string, context: Context): boolean =>
  context.conversation.question !== null && choose(message.trim(), sceneOf(context)) !== null;

const opens =
  /^(?:add|create|new\s+task|remind\s+me|(?:make|put|note)\s+(?:a|an|down|me)\s|todo|to-do|task\s*:|[-*•]\s|\[\s?\])/iu;
/** Someone tells a story or thinks aloud. */
const tells =
  /(?<![\p{L}])(?:i|i['’](?:m|d|ve|ll)|we|my|me|maybe|probably|perhaps|think|because|since|so\s+that|could|should|would|actually|otherwise|if|when|but)(?![\p{L}])/iu;
const maxPlainWords = 9;
/** Orders of other languages: the rules would take them for titles, a model knows better. */
const foreignOrder =
  /^(?:bitte\s+)?(?:verschiebe?|lösche?|streiche?|entferne?|erledig(?:e|t)|markiere?|hake|erinnere?|zeige?|öffne|benenne?|storniere?|supprimer?|effacer?|enlève|déplacer?|reporter?|repousser?|termine[rz]?|marquer?|coche[rz]?|rappelle|montre[rz]?|renommer?|annule[rz]?|borrar?|eliminar?|quita|mueve|mover|aplaza|pospón|completar?|marcar?|termina|recuérdame|muestra|renombra|cancela)(?![\p{L}])/iu;

/** "buy milk tomorrow 5pm", and anything that begins like an order to add. Several sentences are neither. */
const isPlainLine = (message: string): boolean => {
  const said = sentenceOf(message);
  if (opens.test(said)) return true;
  if (foreignOrder.test(said)) return false;
  const words = said.split(/\s+/).length;
  return words <= maxPlainWords && !tells.test(said) && !/[.!?;]\s/.test(said);
};
