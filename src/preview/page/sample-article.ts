/** Something to begin with, in the form of the .txt files; everybody in it is invented. */
export const sampleArticle = `The Quay Courier

Lamplighters return to Salter Street after forty years

The council has hired two people to light the street's gas lamps by hand.

Lamplighters return to Salter Street after forty years

Two lamplighters walked down Salter Street on Monday evening, for the first time since 1986, and lit the eleven gas lamps that had outlived their own replacement.

“I was told that the ladder would be the hard part,” said Imre Castellan, the older of the two. “Nobody told me about the dogs.”

Council leader Philippa Thwaite said that the lamps had cost less to mend than the brackets of the electric ones that were to follow them. She called the old fittings “stubborn, like the street”.

Residents are divided. According to shopkeeper Odile Marsh, the light is too dim to read a price by. “But people stay longer,” she said. “They look up, and then they come in.”

The contract runs for two years. Castellan said he hoped to be replaced by somebody younger, “but not by a sensor”.
`
