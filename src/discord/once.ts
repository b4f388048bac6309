/** Makes something when it is first asked for, and gives the same from then on. What is undefined is made again. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}
