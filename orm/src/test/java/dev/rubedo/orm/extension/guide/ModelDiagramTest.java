package dev.rubedo.orm.extension.guide;

import static dev.rubedo.orm.collection.guide.Album_.ALBUM;
import static dev.rubedo.orm.collection.guide.Genre_.GENRE;
import static dev.rubedo.orm.collection.guide.Play_.PLAY;
import static dev.rubedo.orm.collection.guide.Track_.TRACK;
import static dev.rubedo.orm.collection.guide.Translation_.TRANSLATION;
import static dev.rubedo.orm.extension.guide.Customer_.CUSTOMER;
import static dev.rubedo.orm.extension.guide.Payment_.PAYMENT;
import static dev.rubedo.orm.inheritance.firm.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.firm.Engineer_.ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.orm.inheritance.firm.Firm;
import dev.rubedo.orm.model.EntityInspection;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.ModelDiagram;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Diagrams and inspection of models. */
class ModelDiagramTest {

    private static final Model MODEL = Model.of(CUSTOMER, PAYMENT);
    private static final Model ALBUMS = Model.of(ALBUM, TRACK, GENRE, TRANSLATION, PLAY);

    @Test
    void aMermaidDiagramHasAttributesAndRelationships() {
        String diagram = ModelDiagram.of(MODEL).mermaid();

        assertThat(diagram).isEqualTo("""
                erDiagram
                    Customer {
                        Long id PK
                        String firstName
                        String lastName
                        Integer age
                        Integer discount
                        String nick "nullable"
                        Long payCount "computed"
                    }
                    Payment {
                        Long id PK
                        Integer amount
                        Long customerId FK
                    }
                    Payment }o--|| Customer : "payments / customer"
                """);
    }

    @Test
    void manyToManyAndInheritanceAreLines() {
        assertThat(ModelDiagram.of(ALBUMS).withoutAttributes().mermaid()).isEqualTo("""
                erDiagram
                    Album
                    Track
                    Genre
                    Translation
                    Play
                    Track }o--o| Album : "tracks / album"
                    Album }o--o{ Genre : "genres"
                    Album }o--o{ Genre : "moods"
                    Translation }o--|| Album : "translations / album"
                    Album }o--o{ Genre : "favorites"
                    Play }o--o| Album : "plays"
                    Album }o--o{ Genre : "charts"
                """);
        assertThat(ModelDiagram.of(Firm.MODEL).only(EMPLOYEE, ENGINEER).withoutAttributes().mermaid())
                .contains("Engineer |o--|| Employee : \"is a\"");
    }

    @Test
    void anImageIsWellFormedAndNothingOverlaps() throws Exception {
        for (Model model : List.of(MODEL, ALBUMS, Firm.MODEL)) {
            Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(ModelDiagram.of(model).svg()))).getDocumentElement();

            List<double[]> boxes = boxes(svg);
            assertThat(boxes).hasSize(model.mappers().size());
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(boxes.get(i)[0] + boxes.get(i)[2]).isLessThan(Double.parseDouble(svg.getAttribute("width")));
                assertThat(boxes.get(i)[1] + boxes.get(i)[3])
                        .isLessThan(Double.parseDouble(svg.getAttribute("height")));
                for (int j = 0; j < i; j++) {
                    assertThat(areApart(boxes.get(i), boxes.get(j))).isTrue();
                }
            }
            model.mappers().forEach(mapper -> assertThat(svg.getTextContent()).contains(mapper.name()));
        }
        assertThat(ModelDiagram.of(MODEL).svg()).contains("marker-start=\"url(#many)\" marker-end=\"url(#one)\"")
                .isEqualTo(ModelDiagram.of(MODEL).svg());
    }

    private static List<double[]> boxes(Element svg) {
        List<double[]> boxes = new ArrayList<>();
        NodeList rectangles = svg.getElementsByTagName("rect");
        for (int i = 0; i < rectangles.getLength(); i++) {
            Element one = (Element) rectangles.item(i);
            if (one.getAttribute("class").equals("box")) {
                boxes.add(new double[]{Double.parseDouble(one.getAttribute("x")),
                        Double.parseDouble(one.getAttribute("y")), Double.parseDouble(one.getAttribute("width")),
                        Double.parseDouble(one.getAttribute("height"))});
            }
        }
        return boxes;
    }

    private static boolean areApart(double[] one, double[] other) {
        return one[0] + one[2] < other[0] || other[0] + other[2] < one[0] || one[1] + one[3] < other[1]
                || other[1] + other[3] < one[1];
    }

    @Test
    void anInspectionNamesWhatAnEntityHas() {
        EntityInspection customer = MODEL.inspect(CUSTOMER);

        assertThat(customer.tables()).extracting(table -> table.name()).containsExactly("customers");
        assertThat(customer.primaryKey()).containsExactly("id");
        assertThat(customer.columns().get("firstName").name()).isEqualTo("first_name");
        assertThat(customer.attributes()).containsExactly("id", "firstName", "lastName", "age", "discount", "nick",
                "payCount", "payments");
        assertThat(customer.formulas()).containsExactly("payCount");
        assertThat(customer.synonyms()).containsEntry("alias", "nick");
        assertThat(customer.hybrids()).containsExactly("fullName", "isAdult", "rate", "paid", "shownName", "word");
        assertThat(customer.relationships().get("payments").target().name()).isEqualTo("Payment");
        assertThat(customer.required()).containsExactly("firstName", "lastName", "age", "discount");
        assertThat(customer.version()).isEmpty();
        assertThat(customer.parent()).isEmpty();
        assertThat(customer.isNullable("nick")).isTrue();
        assertThatThrownBy(() -> customer.isNullable("nik"))
                .hasMessage("Entity \"Customer\" has no attribute \"nik\" with"
                        + " a column. It has id, firstName, lastName, age, discount, nick.");
        assertThat(MODEL.inspect()).hasToString("[Customer, Payment]");
    }

    @Test
    void anInspectionKnowsTheHierarchy() {
        EntityInspection engineer = Firm.MODEL.inspect(ENGINEER);

        assertThat(engineer.parent()).hasToString("Optional[Employee]");
        assertThat(engineer.discriminator()).contains("type");
        assertThat(engineer.discriminatorValue()).isEqualTo("engineer");
        assertThat(Firm.MODEL.inspect(EMPLOYEE).selfAndSubclasses()).extracting(EntityInspection::name)
                .contains("Employee", "Engineer");
    }
}
