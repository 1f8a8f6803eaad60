import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * A Turtle file in RDF4J's memory store, asked over HTTP: {@code Rdf4jEndpoint FILE PORT}.
 *
 * <p>RDF4J's own server needs a servlet container; this needs none, and parses and evaluates with
 * the same classes. It takes SELECT queries as forms, on loopback only.
 */
public final class Rdf4jEndpoint {
    public static void main(String[] arguments) throws IOException {
        SailRepository repository = new SailRepository(new MemoryStore());
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.add(new File(arguments[0]), RDFFormat.TURTLE);
        }
        InetSocketAddress place = new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
        HttpServer server = HttpServer.create(place, 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/repositories/native", exchange -> answer(exchange, repository));
        server.start();
    }

    private static void answer(HttpExchange exchange, SailRepository repository) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = "SELECT * {}";
        for (String pair : body.split("&")) {
            if (pair.startsWith("query=")) {
                query = URLDecoder.decode(pair.substring(6), StandardCharsets.UTF_8);
            }
        }
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        int status = 200;
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.prepareTupleQuery(query).evaluate(new SPARQLResultsJSONWriter(found));
        } catch (RDF4JException error) {
            status = 400;
            found.reset();
            found.writeBytes(String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        String type = status == 200 ? "application/sparql-results+json" : "text/plain";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, found.size());
        try (OutputStream output = exchange.getResponseBody()) {
            found.writeTo(output);
        }
    }
}
