package id.patuh.intake;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through the elements of an XML text, whatever their namespaces. Document types, and with them entities, are
 * refused; so is what would fill the memory: depth, long texts, ever new names.
 */
final class XmlCursor implements Closeable {

    static final int MAX_DEPTH = 64;
    static final int MAX_NAMES = 1_000;
    static final int MAX_NAME = 1_000;

    private static final Set<String> USUAL = Set.of(
            "log", "trace", "event", "string", "date", "int", "float", "boolean", "id", "list", "container", "values");
    private static final WstxInputFactory FACTORY = factory();

    private final XmlText text;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private boolean hasText;
    private String key;
    private String value;

    XmlCursor(SourceFile file) throws IOException, Unreadable {
        text = XmlText.open(file);
        try {
            xml = FACTORY.createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            text.close();
            throw problem(e);
        }
    }

    /** Goes to the root element. */
    void root() throws IOException, Unreadable {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
    }

    /** Goes to the next element directly within the one that is open; false where that ends. */
    boolean child() throws IOException, Unreadable {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Goes to the end of the text, in which no element follows. */
    void end() throws IOException, Unreadable {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            continue;
        }
    }

    /** The local name of the element that has begun. */
    String name() {
        return xml.getLocalName();
    }

    /** The line of its start tag; while the parser is not even made, the first. */
    int line() {
        return xml == null ? 1 : xml.getLocation().getLineNumber();
    }

    /** Its attribute {@code key}, or null. */
    String key() {
        return key;
    }

    /** Its attribute {@code value}, or null. */
    String value() {
        return value;
    }

    /** One of its attributes in no namespace, or null. */
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Whether text was met, of which there is none in the formats read. */
    boolean hasText() {
        return hasText;
    }

    void forgetText() {
        hasText = false;
    }

    private int next() throws IOException, Unreadable {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > MAX_DEPTH) {
                    throw limit();
                }
                attributes();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("xml-doctype", "line", "" + line());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                hasText |= !xml.isWhiteSpace();
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                meet(xml.getPITarget());
            }
            return event;
        } catch (XMLStreamException e) {
            throw problem(e);
        } catch (WstxLazyException e) {
            throw problem((XMLStreamException) e.getCause());
        }
    }

    private void attributes() throws Unreadable {
        key = null;
        value = null;
        if (!USUAL.contains(name())) {
            meet(name());
        }
        for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
            String name = xml.getAttributeLocalName(i);
            if (name.equals("key")) {
                key = xml.getAttributeValue(i);
            } else if (name.equals("value")) {
                value = xml.getAttributeValue(i);
            } else {
                meet(name);
            }
        }
        for (int i = xml.getNamespaceCount() - 1; i >= 0; i--) {
            meet("xmlns:" + xml.getNamespacePrefix(i));
        }
    }

    /** Counts different names, which the parser keeps all. */
    private void meet(String name) throws Unreadable {
        if (name.length() > MAX_NAME || names.add(name) && names.size() > MAX_NAMES) {
            throw limit();
        }
    }

    /** That a limit is passed here. */
    Unreadable limit() {
        return new Unreadable(
                "xml-limit",
                "line",
                "" + line(),
                "depth",
                "" + MAX_DEPTH,
                "length",
                "" + CsvRow.MAX_CELL,
                "names",
                "" + MAX_NAMES);
    }

    private Unreadable problem(XMLStreamException e) throws IOException {
        Throwable cause = e.getNestedException();
        if (cause instanceof CharacterCodingException) {
            return new Unreadable("xml-encoding", "line", "" + line());
        }
        if (cause instanceof IOException failure && !(cause instanceof XmlText.TooLong)) {
            throw failure;
        }
        // The parser has classes of its own for faults of the text, but none for its limits.
        if (cause instanceof XmlText.TooLong || e.getClass() == XMLStreamException.class) {
            return limit();
        }
        return new Unreadable(
                "xml-broken",
                "line",
                "" + e.getLocation().getLineNumber(),
                "column",
                "" + e.getLocation().getColumnNumber());
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, CsvRow.MAX_CELL);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 2 * MAX_DEPTH);
        return factory;
    }
}
