package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The endpoint {@code /actuator/rubedo}: database, compiled statements, entities and revisions. Thread-safe. */
@Endpoint(id = "rubedo")
public final class RubedoEndpoint {

    private final Engine engine;
    private final Model model;
    private final @Nullable Function<Engine, SchemaState> schema;

    RubedoEndpoint(Engine engine, Model model, @Nullable Function<Engine, SchemaState> schema) {
        this.engine = engine;
        this.model = model;
        this.schema = schema;
    }

    /** Returns the information, without secrets and without row values. */
    @ReadOperation
    public Map<String, Object> read() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("database", Map.of("name", engine.dialectName(), "version", engine.dialect().version().toString()));
        all.put("cachedStatements", engine.cachedStatements());
        List<Map<String, Object>> entities = new ArrayList<>();
        for (var mapper : model.mappers()) {
            Map<String, Object> entity = new LinkedHashMap<>();
            entity.put("entity", mapper.definition().type().getName());
            entity.put("tables", mapper.tables().stream().map(table -> table.table().name()).toList());
            entities.add(entity);
        }
        all.put("entities", entities);
        if (schema != null) {
            var state = schema.apply(engine);
            Map<String, Object> revisions = new LinkedHashMap<>();
            revisions.put("current", new TreeSet<>(state.current()));
            revisions.put("heads", new TreeSet<>(state.heads()));
            revisions.put("upToDate", state.isUpToDate());
            all.put("revisions", revisions);
        }
        return all;
    }
}
