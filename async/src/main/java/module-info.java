/** The asynchronous API of Rubedo: engines, connections and sessions whose calls return immediately. */
@org.jspecify.annotations.NullMarked module dev.rubedo.async {
    requires transitive dev.rubedo.orm;
    requires static org.jspecify;
    requires org.slf4j;

    exports dev.rubedo.async;
}
