// The small words of an order: those that say nothing of what is to be done. Data of the frames and of matching.

const fillers = new Set(
  `a an the my our your his her its it this that these those i we you he she they me us him them
  is are was were be been being am im ive id ill thats theres has have had having do does did doing will would wont shall should must ought can may
  to of for on onto at in into by with from so and but or then than now just also already still yet all only even any more longer anymore
  please pls plz kindly thanks ta really actually basically simply quite very pretty much bit too well though after
  let lets us get gets got getting go goes going gonna make makes made put puts set sets give gives gimme take takes keep keeps want wants wanted need needs needed like
  here there up off out down over back away through about around onto task tasks job thing one item todo list mine entry
  ok okay hey hi well oh ah um uh hm right alright sorry mate btw yes yeah no`.split(/\s+/u),
);

/** Whether a plain word says nothing of its own. */
export const isFiller = (word: string): boolean => word === "" || fillers.has(word);

/** What turns the meaning around. */
export const negation =
  /(?<![\p{L}])(?:not|no|never|none|nor|cannot|(?:do|does|did|is|are|was|were|has|have|had|wo|ca|would|should|could|must|need|sha)n['’]?t|cant|wont|dont|doesnt|didnt|isnt|arent|havent|hasnt|shant|neednt)(?![\p{L}])/iu;

/** What makes it no order: thoughts, conditions, hearsay, plans, questions. */
export const unsaid =
  /[?]|(?<![\p{L}])(?:if|when|whether|maybe|perhaps|might|could|said|says|thinks?|thought|wonder|hopes?|wish|why|who|what|how|unless|because|remember|supposed|almost|nearly|half|part(?:ly)?|start(?:ed|ing)|try(?:ing)?|tried|working|(?:was|were|am|is|are|i['’]?m)\s+(?:going|about)\s+to|would\s+(?:you|i|we))(?![\p{L}])/iu;
