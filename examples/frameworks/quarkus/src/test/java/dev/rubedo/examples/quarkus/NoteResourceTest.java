package dev.rubedo.examples.quarkus;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoteResourceTest {

    @Test
    void notesAreAddedAndRead() {
        given().contentType("text/plain").body("Milk").post("/notes").then().statusCode(201)
                .body("id", equalTo(1)).body("text", equalTo("Milk"));
        given().get("/notes/1").then().statusCode(200).body("text", equalTo("Milk"));
        given().get("/notes").then().statusCode(200).body("", hasSize(1));
        given().get("/notes/2").then().statusCode(404);
    }
}
