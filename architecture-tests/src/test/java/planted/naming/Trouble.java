package planted.naming;

/** An exception that does not say so. */
public class Trouble extends RuntimeException {}
