/** Regions that keep the rows of queries. */
@org.jspecify.annotations.NullMarked module dev.rubedo.cache {
    requires transitive dev.rubedo.engine;
    requires com.github.benmanes.caffeine;
    requires static cache.api;
    requires static org.jspecify;
    requires org.slf4j;

    exports dev.rubedo.cache;
}
