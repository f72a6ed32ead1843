/**
 * What every person of the demonstration signs in with. It is printed by the start command and shown
 * on the sign-in page of a demonstration newsroom; a real newsroom never has it, because nobody
 * joins one without choosing a password.
 */
export const demoPassword = 'alderwick harbour light'
