package planted.naming;

/** An exception that no handler of the family sees. */
public class StrangerException extends RuntimeException {}
