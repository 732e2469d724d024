/**
 * The annotation processor: checks mappings and writes entity bases, query models and lists of entities. Exports
 * nothing.
 */
@org.jspecify.annotations.NullMarked module dev.rubedo.processor {
    requires dev.rubedo.mapping;
    requires java.compiler;
    requires com.palantir.javapoet;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with dev.rubedo.processor.EntityListProcessor,
            dev.rubedo.processor.MappingProcessor;
}
