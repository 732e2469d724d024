package planted.layer.upper;

/** What a lower package must not know. */
public class Roof {}
