package dev.rubedo.result;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class RowReader {

    public long getLong(int column) {
        return 0;
    }

    public int getInt(int column) {
        return 0;
    }

    public double getDouble(int column) {
        return 0;
    }

    public boolean getBoolean(int column) {
        return false;
    }

    public String getString(int column) {
        return "";
    }

    public Long getLongOrNull(int column) {
        return null;
    }

    public Integer getIntegerOrNull(int column) {
        return null;
    }

    public Double getDoubleOrNull(int column) {
        return null;
    }

    public Boolean getBooleanOrNull(int column) {
        return null;
    }

    public <T> T get(int column) {
        return null;
    }
}
