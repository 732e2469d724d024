package planted.orm;

/** A stand-in for a runtime type of the object half. */
public class Thing {}
