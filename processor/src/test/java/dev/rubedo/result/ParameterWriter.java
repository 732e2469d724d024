package dev.rubedo.result;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class ParameterWriter {

    public void setLong(long value) {}

    public void setInt(int value) {}

    public void setDouble(double value) {}

    public void setBoolean(boolean value) {}

    public void setString(String value) {}

    public void set(Object value) {}

    public void setNull() {}
}
