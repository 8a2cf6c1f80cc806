// Words that begin a task ("buy", "call"). Called by create-plain.ts, statement.ts and others.

const verbs = new Set(
  "accept activate adjust analyze answer apply approve arrange ask assemble attend back backup bake bathe bike block book borrow braid brainstorm bring brush build burn buy call cancel catch celebrate charge check choose clean clear climb close code collect compare compile complete compose configure confirm connect contact convert cook copy cover create cut cycle debug decide declutter decorate defrost deliver deploy deposit describe design develop dig discuss do donate download draft draw dress drink drive drop dry dust dye eat edit email empty enable engrave enroll enter estimate evaluate examine exchange exercise explain explore export extend feed fertilize figure file fill finalize find finish fix fold follow format freeze fry gather get give go grab grade greet grocery grow hang harvest have head heat help hem hire hoover host hug hunt import improve inform inspect install interview invest investigate invite invoice iron jog join journal jump keep knit label launch laundry lay learn leave lend list listen load lock log look mail make map mark measure meditate meet mend merge message milk mop mount mow nap negotiate note notify oil open order organise organize pack paint park pay phone photograph pick pitch plan plant play polish post practice practise pray prep prepare present press print proofread prune publish pull pump purchase push put read rearrange rebook recharge record recycle redo refactor refill refund register rehearse release renew rent repair repaint replace reply report repot request research reserve reset resolve respond rest return review revise rewrite ride rinse run sand save scan schedule scrub sell send separate service set sew shampoo share shave ship shop shower sign sing sketch skype sleep slice solve sort speak spend split spray stack start steam stop store stretch study submit subscribe sweep swim switch synchronise sync take talk taste teach tell test text thank throw tidy tie train transfer translate travel treat trim try tune turn tutor type unblock unclog unload unpack unplug unsubscribe update upgrade upload use vaccinate vacuum verify view visit volunteer vote wait wake walk wash watch water wax weed weigh whatsapp wipe withdraw work wrap write zip".split(
    " ",
  ),
);

/** Words that begin an order but are commonly nouns too; they still make a task ("water the plants"). */
export const isImperative = (said: string): boolean => {
  const [first = "", second = ""] = said.toLowerCase().split(/\s+/);
  const verb = first.replace(/^(?:re-?)(?=\p{L}{4})/u, "");
  if (/^(?:is|are|was|were|has|had|will|isn['’]t|hurts?|went|seems|feels)$/.test(second))
    return false;
  if (first === "do" && /^(?:i|you|we|they|he|she|it)$/.test(second)) return false;
  if (first === "thank" && second.startsWith("you")) return false;
  if (first === "back" && /^(?:from|home|in|at)$/.test(second)) return false;
  return verbs.has(first) || verbs.has(verb);
};
