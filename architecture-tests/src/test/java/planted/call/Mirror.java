package planted.call;

/** Looks into classes. */
public class Mirror {
    int look() {
        return String.class.getDeclaredFields().length;
    }

    Object create() throws ReflectiveOperationException {
        return Class.forName("java.lang.Object").getDeclaredConstructor().newInstance();
    }
}
