// The scripts lie on another origin than the page. Which one is known only when the server has its port.
import(`http://localhost:${location.port}/henvisningsstotte.js`);
