/** The file descriptor on which the kernel process hears its parent: a line for each interrupt, the end when it is gone. */
export const pipeFd: number = 3;
