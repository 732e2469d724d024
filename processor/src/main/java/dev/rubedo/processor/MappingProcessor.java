package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Mixin;
import dev.rubedo.processor.Layouts.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor, which reads each class with {@code @Entity} and generates its base class and its query
 * model. The steps: {@link EntityReader} reads the declarations, {@link LinkResolver} resolves relationships, the rules
 * report errors, the writers generate code. Both classes are generated even if the mapping is invalid, so that one
 * mistake causes only one error. Confined to one thread at a time.
 */
public final class MappingProcessor extends AbstractProcessor {

    /** The entities with types that did not exist when they were read. */
    private final Set<String> incomplete = new LinkedHashSet<>();

    /** Creates the processor; called by compilers. */
    public MappingProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Entity.class.getName(), Mixin.class.getName(), Id.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        var environment = new Environment(processingEnv, ElementFilter.typesIn(round.getRootElements()));
        var models = new EntityModels(environment);
        if (round.processingOver()) {
            refuseLateTypes(models);
        } else if (!annotations.isEmpty()) {
            TypeElement entity = processingEnv.getElementUtils().getTypeElement(Entity.class.getName());
            for (Element element : round.getElementsAnnotatedWith(entity)) {
                if (element instanceof TypeElement type && !environment.isFromClassFile(type)) {
                    if (models.isIncomplete(type)) {
                        incomplete.add(type.getQualifiedName().toString());
                    }
                    process(type, environment, models);
                }
            }
            TypeElement mixin = processingEnv.getElementUtils().getTypeElement(Mixin.class.getName());
            for (Element element : round.getElementsAnnotatedWith(mixin)) {
                if (element instanceof TypeElement type && !environment.isFromClassFile(type)) {
                    writeModel(type, environment);
                }
            }
            refuseUnmarked(ElementFilter.typesIn(round.getRootElements()));
        }
        return false;
    }

    /** Reports classes that look like entities but whose base class is not generated. */
    private void refuseUnmarked(Set<TypeElement> types) {
        for (TypeElement type : types) {
            String base = type.getSimpleName() + "Base";
            boolean isWritten = type.getAnnotation(Entity.class) == null && type.getKind() == ElementKind.CLASS
                    && type.getSuperclass().getKind() == TypeKind.ERROR
                    && type.getSuperclass().toString().endsWith(base)
                    && ElementFilter.typesIn(type.getEnclosedElements()).stream()
                            .anyMatch(nested -> nested.getSimpleName().contentEquals("Mapped"));
            if (isWritten) {
                processingEnv.getMessager().printMessage(Kind.ERROR, "Class \"" + type.getSimpleName()
                        + "\" has an interface Mapped and extends \"" + base
                        + "\", which is generated for entities only. Add @Entity to the class.", type);
            }
        }
    }

    /**
     * Reports types that another processor generated too late to be read. The compiler reports types that are
     * missing.
     */
    private void refuseLateTypes(EntityModels models) {
        for (String name : incomplete) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null && !models.isIncomplete(type)) {
                processingEnv.getMessager().printMessage(Kind.ERROR, "Entity \"" + type.getSimpleName()
                        + "\" uses types that another annotation processor generated in the same round, so they could not be read. "
                        + "Compile them first, in a separate module, or use hand-written types.",
                        type);
            }
        }
    }

    /** Writes the query model of a mixin. */
    private void writeModel(TypeElement mixin, Environment environment) {
        var problems = new Problems(processingEnv.getMessager(), mixin, environment);
        if (!MixinModelWriter.check(mixin, problems::report)) {
            return;
        }
        var generated = new Generated(processingEnv.getElementUtils(), processingEnv.getFiler());
        TypeSpec.Builder model = new MixinModelWriter(mixin, environment).write()
                .addAnnotations(generated.marks(MappingProcessor.class));
        try {
            generated.write(TypeNames.className(mixin).packageName(), model, mixin);
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Kind.ERROR, "The generated code of \"" + mixin.getSimpleName()
                    + "\" could not be written: " + e.getMessage(), mixin);
        }
    }

    private void process(TypeElement type, Environment environment, EntityModels models) {
        if (!EntityReader.isTopLevelClass(type)) {
            processingEnv.getMessager().printMessage(Kind.ERROR, "Entity \"" + type.getSimpleName()
                    + "\" must be a top-level class: its generated base is written next to it.", type);
            return;
        }
        var problems = new Problems(processingEnv.getMessager(), type, environment);
        EntityModel model = models.read(type, problems::report);
        var links = new LinkResolver(models);
        var rules = new EntityRules(environment);
        rules.check(model, links, problems::report);
        new InheritanceRules(environment, models).check(model, problems::report);
        new ColumnRules(environment, models, links).check(model, problems::report);
        new RelationshipRules(models, links).check(model, problems::report);
        List<EntityModel.Validator> validators = new ValidatorRules(environment).check(model, problems::report);
        List<ExecutableElement> hybrids = new Hybrids(model, environment).check(problems::report);
        new CriteriaMethods(environment).read(model, problems::report);
        var proxies = new ProxyReader(environment, models);
        List<ProxyAttribute> own = proxies.read(model, problems::report);
        var all = new ArrayList<>(proxies.inherited(model));
        all.addAll(own);
        var synonyms = new Synonyms(environment);
        List<SynonymAttribute> ownSynonyms = synonyms.read(model, problems::report);
        CodeBlock query = new EntityQueries(environment).read(model, problems::report);
        Layout layout = new Layouts(environment, links).of(model, problems::report);
        write(model.with(validators, hybrids), rules.canBeMade(model), layout, own, all, ownSynonyms, query,
                environment, models, links);
    }

    private void write(EntityModel model, boolean canBeMade, Layout layout, List<ProxyAttribute> proxies,
            List<ProxyAttribute> allProxies, List<SynonymAttribute> synonyms, @Nullable CodeBlock query,
            Environment environment, EntityModels models, LinkResolver links) {
        var elements = processingEnv.getElementUtils();
        var generated = new Generated(elements, processingEnv.getFiler());
        List<CodeBlock> criteria = new CriteriaMethods(environment).read(model, problem -> {});
        CodeBlock definition = new DefinitionWriter(model, canBeMade, links, models, elements, criteria, query)
                .write(layout.own(), synonyms);
        List<TypeSpec.Builder> types = List.of(
                new BaseWriter(model, layout, proxies, synonyms, environment).write()
                        .addAnnotation(BaseWriter.nullUnmarked()),
                new QueryModelWriter(model, layout.all(), allProxies, definition, environment).write());
        for (TypeSpec.Builder type : types) {
            try {
                generated.write(model, type.addAnnotations(generated.marks(MappingProcessor.class)));
            } catch (IOException e) {
                processingEnv.getMessager().printMessage(Kind.ERROR,
                        "The generated code of \"" + model.name() + "\" could not be written: "
                                + e.getMessage(),
                        model.element());
            }
        }
    }
}
