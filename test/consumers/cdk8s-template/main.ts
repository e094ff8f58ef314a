// What `cdk8s init typescript-app` makes, with our package in it. That its declarations compile at all is the point: they are
// checked too, against es2016 and without @types/node.
import { App, Chart } from 'cdk8s';
import * as flinkwright from 'flinkwright';
import * as constructs from 'flinkwright/cdk8s';

const app = new App();
new Chart(app, 'consumer');
export const names: string[] = Object.keys(flinkwright).concat(Object.keys(constructs));
app.synthYaml();
