/** The execution of SQL on JDBC: engine, connection pool, results, codecs and reflection. */
@org.jspecify.annotations.NullMarked module dev.rubedo.engine {
    requires transitive dev.rubedo.sql;
    requires transitive java.sql;
    requires jdk.jfr;
    requires org.slf4j;
    requires static tools.jackson.databind;

    exports dev.rubedo.backend;
    exports dev.rubedo.codec;
    exports dev.rubedo.engine;
    exports dev.rubedo.pool;
    exports dev.rubedo.reflect;
    exports dev.rubedo.result;

    uses dev.rubedo.backend.BackendProvider;
    uses dev.rubedo.codec.JsonFormat;
    uses dev.rubedo.engine.EnginePlugin;

    provides dev.rubedo.codec.JsonFormat with dev.rubedo.codec.JacksonJsonFormat;
}
